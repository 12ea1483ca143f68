package org.acutance.app.cli;

import java.util.List;
import java.util.function.Supplier;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;

/** The list of all commands. */
final class Commands {
    /** Every command by name; its class is loaded only when it is asked for. */
    static final Catalogue<Command> CATALOGUE = new Catalogue<>(
            "command",
            List.of(
                    entry("demo", "blurs and deblurs a picture and shows what became of it", DemoCommand::new),
                    entry("deblur", "deblurs an image whose blur is known", DeblurCommand::new),
                    entry("blur", "blurs an image, and adds noise", BlurCommand::new),
                    entry("psf", "makes and examines a point spread function", PsfCommand::new),
                    entry("compare", "says how near two images are", CompareCommand::new),
                    entry("list", "lists what there is to choose from", ListCommand::new)));

    private Commands() {}

    private static Entry<Command> entry(String name, String help, Supplier<Command> supplier) {
        return new Entry<>(name, help, List.of(), arguments -> supplier.get());
    }
}

package org.acutance.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;

/** The list of all file formats. */
public final class ImageFormats {
    /** Every format, by name. */
    public static final Catalogue<ImageFormat> CATALOGUE = new Catalogue<>(
            "file format",
            Stream.of(new PngFormat(), new JpegFormat(), new TiffFormat(), new NpyFormat())
                    .map(ImageFormats::entry)
                    .toList());

    private static final List<ImageFormat> ALL =
            CATALOGUE.names().stream().map(CATALOGUE::create).toList();

    private ImageFormats() {}

    private static Entry<ImageFormat> entry(ImageFormat format) {
        return Entry.plain(format.name(), format.help(), format);
    }

    /** Every format, in the order in which they are tried. */
    public static List<ImageFormat> all() {
        return ALL;
    }

    /** The format of contents that begin so. */
    public static Optional<ImageFormat> recognise(byte[] start) {
        return ALL.stream().filter(format -> format.recognises(start)).findFirst();
    }

    /** The format that a file name asks for by its ending. */
    public static Optional<ImageFormat> named(Path file) {
        String ending = ending(file);
        return ALL.stream()
                .filter(format -> format.extensions().contains(ending))
                .findFirst();
    }

    static String ending(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : name.toString();
        return text.contains(".") ? text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
    }

    static String allEndings() {
        return ALL.stream()
                .flatMap(format -> format.extensions().stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining(", "));
    }
}

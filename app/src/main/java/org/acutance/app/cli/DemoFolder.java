package org.acutance.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.acutance.app.picture.Picture;
import org.acutance.deblur.image.Image;
import org.acutance.io.ImageWriteException;
import org.acutance.io.Images;
import org.acutance.io.Npy;
import org.acutance.io.WriteOptions;
import org.acutance.math.array.NdArray;

/**
 * The folder of a demonstration. A file {@code README.txt} in it says that its contents come from here, and gives leave
 * to write over them the next time; without it, files of the same names are somebody's own.
 *
 * @param folder where
 * @param options what may be written over
 */
record DemoFolder(Path folder, WriteOptions options) {
    private static final String README = "README.txt";
    private static final String MARK = "Written by 'acutance demo', and written over by the next one.";

    /** A folder as the options ask for; nothing is touched yet. */
    static DemoFolder of(Path folder, Line line) {
        WriteOptions options = WriteOptions.NEW
                .overwriting(line.has(Output.FORCE) || isOurs(folder))
                .keeping(line.find(DemoScene.IMAGE).stream().toArray(Path[]::new));
        return new DemoFolder(folder, options);
    }

    private static boolean isOurs(Path folder) {
        Path readme = folder.resolve(README);
        try {
            return Files.isRegularFile(readme) && Files.readString(readme).startsWith(MARK);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Makes the folder and finds out whether the files can be written.
     *
     * @throws ImageWriteException if they cannot
     */
    void prepare(List<String> names) {
        boolean made = !Files.exists(folder);
        make();
        try {
            check(names);
        } catch (ImageWriteException refusal) {
            remove(made, refusal);
            throw refusal;
        }
    }

    private void remove(boolean made, ImageWriteException because) {
        try {
            if (made) {
                Files.delete(folder);
            }
        } catch (IOException inUse) {
            because.addSuppressed(inUse);
        }
    }

    private void make() {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException cause) {
            throw refusal(folder, "it is a file; name a folder with -o", cause);
        } catch (IOException cause) {
            throw refusal(
                    folder, "the folder cannot be made: " + cause.getMessage() + "; choose another with -o", cause);
        }
    }

    private void check(List<String> names) {
        names.forEach(name -> new Output(folder.resolve(name), options).check());
        if (!options.overwrite() && Files.exists(folder.resolve(README))) {
            throw new ImageWriteException(
                    folder.resolve(README), "the file exists; replace it with --force, or name another folder with -o");
        }
    }

    private static ImageWriteException refusal(Path file, String trouble, IOException cause) {
        ImageWriteException refusal = new ImageWriteException(file, trouble);
        refusal.addSuppressed(cause);
        return refusal;
    }

    void write(String name, Picture picture) {
        Image image = Drawing.image(picture);
        Images.write(folder.resolve(name), image, options);
    }

    void write(String name, NdArray array) {
        Npy.write(folder.resolve(name), array, options);
    }

    /** Says what lies here. */
    void describe(List<String> lines) {
        List<String> text = new ArrayList<>(List.of(MARK, ""));
        text.addAll(lines);
        Path readme = folder.resolve(README);
        try {
            Files.write(readme, text);
        } catch (IOException cause) {
            throw refusal(readme, "writing failed: " + cause.getMessage(), cause);
        }
    }
}

package org.acutance.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files so that there is always the whole old one or the whole new one: temporary file, fsync, rename. */
final class OutputFile {
    private static final int PROBE_BYTES = 4096;

    private OutputFile() {}

    /** What is done with an open output. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static void write(Path file, WriteOptions options, Writing writing) {
        write(file, options, writing, OutputFile::open);
    }

    /** Opens the temporary file; replaced in tests by one that fails. */
    interface Opening {
        FileChannel open(Path temporary) throws IOException;
    }

    static void write(Path file, WriteOptions options, Writing writing, Opening opening) {
        checkRules(file, options);
        try {
            Path target = target(file);
            Path temporary = temporary(target);
            try {
                store(temporary, writing, opening);
                requireAbsent(file, options);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException failure) {
            throw new ImageWriteException(file, "writing failed: " + oneLine(failure), failure);
        }
    }

    private static void store(Path temporary, Writing writing, Opening opening) throws IOException {
        try (FileChannel channel = opening.open(temporary);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            writing.to(out);
            out.flush();
            channel.force(true);
        }
    }

    private static FileChannel open(Path temporary) throws IOException {
        return FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    // A symbolic link stays one: the file that it leads to is replaced.
    private static Path target(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    private static Path temporary(Path target) {
        return target.resolveSibling("." + UUID.randomUUID().toString().substring(0, 8) + ".part");
    }

    static void check(Path file, WriteOptions options) {
        checkRules(file, options);
        probe(file);
    }

    private static void checkRules(Path file, WriteOptions options) {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        if (!Files.isDirectory(folder)) {
            throw new ImageWriteException(file, "there is no folder " + folder + "; make it first");
        }
        requireAbsent(file, options);
        for (Path input : options.inputs()) {
            requireOther(file, input);
        }
    }

    private static void requireAbsent(Path file, WriteOptions options) {
        if (Files.isDirectory(file)) {
            throw new ImageWriteException(file, "it is a folder; name a file in it");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new ImageWriteException(file, "it is not a regular file; choose another name");
        }
        if (Files.exists(file) && !options.overwrite()) {
            throw new ImageWriteException(file, "the file exists; allow overwriting or choose another name");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new ImageWriteException(file, "the file exists and is write-protected; choose another name");
        }
    }

    private static void requireOther(Path file, Path input) {
        try {
            if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
                throw new ImageWriteException(file, "it is the input " + input + " itself; choose another name");
            }
        } catch (IOException failure) {
            throw new ImageWriteException(file, "comparing it with " + input + " failed: " + oneLine(failure), failure);
        }
    }

    // Only writing shows whether permissions, quota and free space allow it.
    private static void probe(Path file) {
        try {
            Path temporary = temporary(target(file));
            try {
                store(
                        temporary,
                        out -> out.write(ByteBuffer.allocate(PROBE_BYTES).array()),
                        OutputFile::open);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException failure) {
            throw new ImageWriteException(
                    file, "its folder cannot be written: " + oneLine(failure) + "; choose another folder", failure);
        }
    }

    static String oneLine(Exception failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        String text = message == null ? kind : message;
        if (failure instanceof AccessDeniedException) {
            text = "permission denied";
        } else if (failure instanceof FileSystemException trouble) {
            text = trouble.getReason() == null ? kind : trouble.getReason();
        }
        return text.lines().findFirst().orElse(kind).strip();
    }
}

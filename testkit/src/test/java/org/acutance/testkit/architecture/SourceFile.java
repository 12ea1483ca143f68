package org.acutance.testkit.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A source file as the compiler parses it.
 *
 * @param name its path from the root of the repository
 * @param text all of it
 * @param unit its syntax tree
 * @param trees positions and comments of the tree
 */
record SourceFile(String name, String text, CompilationUnitTree unit, DocTrees trees) {
    /** Parses one text, without looking at any other file. */
    static SourceFile of(String name, String text) {
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(source));
        try {
            return new SourceFile(name, text, task.parse().iterator().next(), DocTrees.instance(task));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The files under {@code MODULE/src/main/java}, of all modules. */
    static List<SourceFile> ofMain() {
        return under("src/main/java");
    }

    /** The files under {@code MODULE/src/test/java}, of all modules. */
    static List<SourceFile> ofTests() {
        return under("src/test/java");
    }

    /** Line of a place in the file, counted from 1. */
    int line(long position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }

    /** First line of a piece of syntax, its annotations included, its comment not. */
    int firstLine(Tree tree) {
        return line(trees.getSourcePositions().getStartPosition(unit, tree));
    }

    /** Last line of a piece of syntax. */
    int lastLine(Tree tree) {
        return line(trees.getSourcePositions().getEndPosition(unit, tree));
    }

    /** Whether a Javadoc comment stands before a piece of syntax. */
    boolean hasJavadoc(TreePath path) {
        return trees.getDocComment(path) != null;
    }

    private static List<SourceFile> under(String folder) {
        Path root = repository();
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(SourceFile::javaFiles)
                    .sorted()
                    .map(file -> read(root, file))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static SourceFile read(Path root, Path file) {
        try {
            return of(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path repository() {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no folder above " + start + " holds mvnw"));
    }
}

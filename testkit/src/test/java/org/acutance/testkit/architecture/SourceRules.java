package org.acutance.testkit.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules for the form of one source file. Each gives its violations as {@code FILE:LINE: what and the way out}. */
final class SourceRules {
    static final int LONGEST_FILE = 450;
    static final int LONGEST_METHOD = 60;

    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Utils?|Utilities|Managers?|Helpers?)");
    // In brackets, so that the rule does not find itself.
    private static final Pattern MARK = Pattern.compile("\\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\\b");

    private SourceRules() {}

    static Stream<String> fileLength(SourceFile file) {
        long lines = file.text().lines().count();
        return lines <= LONGEST_FILE
                ? Stream.empty()
                : Stream.of(at(
                        file,
                        LONGEST_FILE,
                        "the file has " + lines + " lines, at most " + LONGEST_FILE
                                + " are allowed; give a part of it a type of its own"));
    }

    static Stream<String> methodLength(SourceFile file) {
        List<String> violations = new ArrayList<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                int lines = file.lastLine(method) - file.firstLine(method) + 1;
                if (lines > LONGEST_METHOD) {
                    violations.add(at(
                            file,
                            file.firstLine(method),
                            "method " + method.getName() + " has " + lines + " lines, at most " + LONGEST_METHOD
                                    + " are allowed; split it by what its parts do"));
                }
                return super.visitMethod(method, null);
            }
        }.scan(file.unit(), null);
        return violations.stream();
    }

    static Stream<String> names(SourceFile file) {
        List<String> violations = new ArrayList<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
                if (EMPTY_NAME.matcher(type.getSimpleName()).matches()) {
                    violations.add(at(
                            file,
                            file.firstLine(type),
                            "the name " + type.getSimpleName() + " does not say what the type is; use a word of the"
                                    + " field for what it holds or does"));
                }
                return super.visitClass(type, null);
            }
        }.scan(file.unit(), null);
        return violations.stream();
    }

    static Stream<String> marks(SourceFile file) {
        return MARK.matcher(file.text())
                .results()
                .map(mark -> at(
                        file,
                        file.line(mark.start()),
                        mark.group() + " left in the source; do it now, or open an issue"));
    }

    static Stream<String> javadoc(SourceFile file) {
        return PublicNames.of(file)
                .filter(name -> !name.documented())
                .map(name -> at(
                        file,
                        name.line(),
                        name.what() + " is public and has no Javadoc; say what it is or does, with shapes, units and"
                                + " what is thrown"));
    }

    static Stream<String> nullMarked(SourceFile file) {
        Matcher isPackage = Pattern.compile("(.*/)?package-info\\.java").matcher(file.name());
        return !isPackage.matches() || file.text().contains("@NullMarked")
                ? Stream.empty()
                : Stream.of(at(file, 1, "the package is not marked; add @NullMarked of org.jspecify.annotations"));
    }

    static String at(SourceFile file, int line, String violation) {
        return file.name() + ":" + line + ": " + violation;
    }
}

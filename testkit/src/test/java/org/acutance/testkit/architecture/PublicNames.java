package org.acutance.testkit.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the types, methods and constructors of a file that everyone can use. Left out: what overrides, for it has
 * its documentation above, and the accessors of records, which the record's own comment describes.
 */
final class PublicNames extends TreePathScanner<@Nullable Void, @Nullable Void> {
    /**
     * A public type, method or constructor.
     *
     * @param what its kind and name
     * @param line where it begins
     * @param documented whether it has a Javadoc comment
     */
    record Name(String what, int line, boolean documented) {}

    private final SourceFile file;
    private final List<Name> names = new ArrayList<>();

    private PublicNames(SourceFile file) {
        this.file = file;
    }

    static Stream<Name> of(SourceFile file) {
        PublicNames scanner = new PublicNames(file);
        scanner.scan(file.unit(), null);
        return scanner.names.stream();
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        if (isPublic(type.getModifiers())) {
            add("type " + type.getSimpleName(), type);
            super.visitClass(type, null);
        }
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        boolean constructor = method.getName().contentEquals("<init>");
        if (isPublic(method.getModifiers()) && !overrides(method) && !isAccessor(method)) {
            add(constructor ? "constructor of " + type().getSimpleName() : "method " + method.getName(), method);
        }
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        return null;
    }

    private void add(String what, Tree tree) {
        names.add(new Name(what, file.firstLine(tree), file.hasJavadoc(getCurrentPath())));
    }

    private boolean isPublic(ModifiersTree modifiers) {
        Tree parent = getCurrentPath().getParentPath().getLeaf();
        boolean inInterface =
                parent.getKind() == Tree.Kind.INTERFACE && !modifiers.getFlags().contains(Modifier.PRIVATE);
        return inInterface || modifiers.getFlags().contains(Modifier.PUBLIC);
    }

    private static boolean overrides(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private boolean isAccessor(MethodTree method) {
        return type().getKind() == Tree.Kind.RECORD
                && method.getParameters().isEmpty()
                && type().getMembers().stream().anyMatch(member -> isComponent(member, method));
    }

    private static boolean isComponent(Tree member, MethodTree method) {
        return member instanceof VariableTree variable
                && variable.getName().equals(method.getName())
                && !variable.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private ClassTree type() {
        return (ClassTree) getCurrentPath().getParentPath().getLeaf();
    }
}

package org.acutance.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.acutance.math.catalogue.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a command takes, with its help, which begins with examples. Declared by calls and not by annotations, for
 * reading annotations would take a third of the start-up of the whole program.
 */
final class Syntax {
    /** Shows the help. */
    static final Option<Boolean> HELP =
            new Option<>(List.of("-h", "--help"), "", "show this help", "nothing", Boolean::valueOf);

    private static final int WIDTH = 100;

    private final CommandSpec spec = CommandSpec.create();
    private final List<String> examples = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Option<?>> requiredArguments = new ArrayList<>();
    private final List<Option<?>> requiredOptions = new ArrayList<>();
    private int positions;

    /**
     * @param name as it is typed, {@code acutance deblur}
     * @param synopsis what follows it, in short
     * @param summary what it does
     */
    Syntax(String name, String synopsis, String... summary) {
        spec.qualifiedName(" ");
        spec.name(name);
        spec.usageMessage()
                .customSynopsis(name + " " + synopsis)
                .synopsisHeading("%nUsage: ")
                .description(escaped(summary))
                .descriptionHeading("%n")
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .footerHeading("%n")
                .sortOptions(false)
                .width(WIDTH);
    }

    /** An example: a whole command and what comes of it. */
    Syntax example(String command, String effect) {
        examples.add("  " + command);
        examples.add("      " + effect);
        return this;
    }

    /** A line at the end of the help. */
    Syntax note(String... lines) {
        notes.addAll(Arrays.asList(lines));
        return this;
    }

    /** The next argument by position. */
    Syntax argument(Option<?> argument, boolean required) {
        spec.addPositional(PositionalParamSpec.builder()
                .type(String.class)
                .index(Integer.toString(positions++))
                .arity("0..1")
                .hideParamSyntax(true)
                .paramLabel(argument.label())
                .description(escaped(argument.help()))
                .build());
        if (required) {
            requiredArguments.add(argument);
        }
        return this;
    }

    /** Options that must be given. */
    Syntax requires(Option<?>... options) {
        requiredOptions.addAll(Arrays.asList(options));
        return takes(options);
    }

    /** Options that may be given. */
    Syntax takes(Option<?>... options) {
        Arrays.stream(options).forEach(option -> spec.addOption(built(option)));
        return this;
    }

    private static OptionSpec built(Option<?> option) {
        OptionSpec.Builder builder = OptionSpec.builder(option.names().toArray(String[]::new))
                .description(escaped(option.help()))
                .usageHelp(option.name().equals(HELP.name()));
        return (option.isFlag()
                        ? builder.type(boolean.class).arity("0")
                        : builder.type(String.class).arity("1").paramLabel(option.label()))
                .build();
    }

    /**
     * Reads arguments.
     *
     * @throws UsageException if they do not fit
     */
    Line parse(String... arguments) {
        try {
            Line line = new Line(commandLine().parseArgs(arguments));
            if (!line.has(HELP)) {
                requireAll(line);
            }
            return line;
        } catch (UnmatchedArgumentException refusal) {
            throw new UsageException(unmatched(refusal) + seeHelp(), refusal);
        } catch (ParameterException refusal) {
            throw new UsageException(lowered(refusal) + seeHelp(), refusal);
        }
    }

    // Here and not in picocli, which would find them missing before it finds --psff unknown.
    private void requireAll(Line line) {
        for (int i = 0; i < requiredArguments.size(); i++) {
            if (line.argument(i, requiredArguments.get(i)).isEmpty()) {
                throw new UsageException(missing(requiredArguments.get(i), "") + seeHelp());
            }
        }
        for (Option<?> option : requiredOptions) {
            if (!line.has(option)) {
                throw new UsageException(missing(option, option.name() + " ") + seeHelp());
            }
        }
    }

    private static String missing(Option<?> option, String name) {
        return "missing " + name + option.label();
    }

    private String unmatched(UnmatchedArgumentException refusal) {
        String first = refusal.getUnmatched().get(0);
        boolean unknown = refusal.isUnknownOption();
        List<String> known = new ArrayList<>(spec.optionsMap().keySet());
        return unknown
                ? "unknown option '" + first + "'" + Nearest.hint(first, known)
                : "one argument too many: '" + first + "'";
    }

    private static String lowered(ParameterException refusal) {
        String message =
                String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private String seeHelp() {
        return " (see '" + spec.name() + " --help')";
    }

    /** Prints the help. */
    void printHelp(PrintStream out) {
        spec.usageMessage().header(examples.stream().map(Syntax::escaped).toArray(String[]::new));
        spec.usageMessage().headerHeading(examples.isEmpty() ? "" : "Examples:%n");
        spec.usageMessage().footer(notes.stream().map(Syntax::escaped).toArray(String[]::new));
        CommandLine commandLine = commandLine();
        commandLine.setHelpSectionKeys(List.of(
                UsageMessageSpec.SECTION_KEY_HEADER_HEADING,
                UsageMessageSpec.SECTION_KEY_HEADER,
                UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
                UsageMessageSpec.SECTION_KEY_SYNOPSIS,
                UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING,
                UsageMessageSpec.SECTION_KEY_DESCRIPTION,
                UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
                UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
                UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
                UsageMessageSpec.SECTION_KEY_OPTION_LIST,
                UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
                UsageMessageSpec.SECTION_KEY_FOOTER));
        commandLine.usage(out, Ansi.OFF);
    }

    // An argument such as @photo.png is a file name, and ${x} in a text is just that.
    private CommandLine commandLine() {
        return new CommandLine(spec).setExpandAtFiles(false).setInterpolateVariables(false);
    }

    /** Percent signs doubled, for picocli takes texts for formats. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    private static String[] escaped(String... texts) {
        return Arrays.stream(texts).map(Syntax::escaped).toArray(String[]::new);
    }
}

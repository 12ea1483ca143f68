package org.acutance.app.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Stage;
import org.acutance.deblur.restoration.Watcher;
import org.acutance.math.optimize.Iteration;
import org.acutance.math.optimize.Run;

/**
 * Shows how a run goes on: on a terminal a bar in one line that is drawn again and again, elsewhere a line now and
 * then; nothing for runs that take less than a second. A thread of its own draws, so that long iterations are seen to
 * take their time.
 */
final class Progress implements Watcher, AutoCloseable {
    private static final long FIRST_MILLIS = 1000;
    private static final long REDRAWN_MILLIS = 200;
    private static final long PLAIN_MILLIS = 5000;
    private static final int BAR = 20;

    private final PrintStream err;
    private final Plan plan;
    private final Forecast forecast;
    private final long begun = System.nanoTime();
    private Stage stage = new Stage(0, 0);
    private Optional<Iteration> latest = Optional.empty();
    private int parts;
    private int partsDone;
    private int drawn;
    private boolean closed;

    private Progress(Plan plan, PrintStream err) {
        this.err = err;
        this.plan = plan;
        this.forecast = new Forecast(plan.channels().size(), plan.parts(), plan.iterations());
    }

    /** Shows the run of a plan until it is closed. */
    static Progress of(Plan plan, PrintStream err) {
        Progress progress = new Progress(plan, err);
        Thread thread = new Thread(progress::show, "progress");
        thread.setDaemon(true);
        thread.start();
        return progress;
    }

    @Override
    public synchronized void see(Stage now, Run<?> run) {
        stage = now;
        latest = Optional.of(run.latest());
        forecast.observe(now, run.latest());
    }

    @Override
    public synchronized void seeUncertainty(int done, int all) {
        partsDone = done;
        parts = all;
    }

    private synchronized void show() {
        try {
            long pause = FIRST_MILLIS;
            while (!closed) {
                wait(pause);
                pause = closed ? pause : draw(Screen.isTerminal());
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives the milliseconds until the next time. */
    private long draw(boolean terminal) {
        double elapsed = (System.nanoTime() - begun) * 1e-9;
        String text = text(elapsed);
        if (terminal) {
            String line = bar(parts > 0 ? (double) partsDone / parts : forecast.share()) + " " + text;
            err.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
            drawn = line.length();
        } else {
            err.println("acutance: " + text);
        }
        err.flush();
        return terminal ? REDRAWN_MILLIS : PLAIN_MILLIS;
    }

    private String text(double elapsed) {
        String phase = parts > 0
                ? uncertainty(partsDone, parts)
                : phase(stage, plan.channels().size(), plan.parts());
        String iteration = latest.map(
                        at -> String.format(Locale.ROOT, "iteration %d, loss %.6g, ", at.iteration(), at.fun()))
                .orElse("starting, ");
        return phase
                + iteration
                + String.format(Locale.ROOT, "%.0f s", elapsed)
                + remaining(parts > 0 ? secondsLeft(elapsed) : forecast.secondsLeft(elapsed));
    }

    /** All parts take about as long. */
    private OptionalDouble secondsLeft(double elapsed) {
        return partsDone == 0 ? OptionalDouble.empty() : OptionalDouble.of(elapsed / partsDone * (parts - partsDone));
    }

    static String uncertainty(int done, int all) {
        return "uncertainty, " + done + " of " + all + " done, ";
    }

    static String phase(Stage stage, int channels, int tiles) {
        return (tiles == 1 ? "" : "tile " + (stage.part() + 1) + " of " + tiles + ", ")
                + (channels == 1 ? "" : "channel " + (stage.channel() + 1) + " of " + channels + ", ")
                + (stage.findsWeight() ? "finding the weight, step " + stage.weight() + ", " : "");
    }

    static String bar(double share) {
        int full = (int) Math.floor(share * BAR);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    static String remaining(OptionalDouble seconds) {
        if (seconds.isEmpty()) {
            return "";
        }
        double left = seconds.getAsDouble();
        return left < 90
                ? String.format(Locale.ROOT, ", about %.0f s left (estimate)", Math.ceil(left))
                : String.format(Locale.ROOT, ", about %.0f min left (estimate)", left / 60);
    }

    /** Takes the bar away. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        if (drawn > 0) {
            err.print("\r" + " ".repeat(drawn) + "\r");
            err.flush();
        }
    }
}

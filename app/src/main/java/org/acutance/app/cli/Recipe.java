package org.acutance.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Restored;
import org.acutance.deblur.restoration.Setting;
import org.acutance.deblur.restoration.Settings;
import org.acutance.deblur.weight.AutomaticWeight;
import org.acutance.io.ImageReadException;
import org.acutance.math.catalogue.Nearest;
import org.acutance.math.catalogue.SpecException;

/**
 * What gives the same result again: a JSON object whose {@code settings} hold every setting, the chosen prior and tiles
 * instead of {@code auto}; beside it what they were used on and what was found. Nothing depends on chance, so that the same settings
 * and the same input give the same bits.
 */
final class Recipe {
    private static final String SETTINGS = "settings";
    private static final long MOST_BYTES = 1 << 20;

    private Recipe() {}

    /**
     * The settings in a file.
     *
     * @throws ImageReadException if it cannot be read or is no recipe
     */
    static Settings read(Path file) {
        Object settings = JsonReader.object(file, text(file)).get(SETTINGS);
        if (!(settings instanceof Map<?, ?> map)) {
            throw new ImageReadException(
                    file, "it is no recipe, for it has no object 'settings'; make one with --save-recipe");
        }
        Settings read = Settings.NONE;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            read = read.with(setting(String.valueOf(entry.getKey())), String.valueOf(entry.getValue()));
        }
        return read;
    }

    private static Setting setting(String key) {
        return Setting.named(key)
                .orElseThrow(() ->
                        new SpecException("recipe: unknown setting '" + key + "'" + Nearest.hint(key, Setting.keys())));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ImageReadException(file, "it has more than 1 MiB and is no recipe; name another file");
            }
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new ImageReadException(file, "there is no such file; check the name and the folder");
        } catch (IOException unreadable) {
            throw new ImageReadException(file, "it is no readable text; name a recipe that --save-recipe wrote");
        }
    }

    /** The text of a recipe. */
    static String of(Path input, Plan plan, Restored restored) {
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("acutance", Acutance.version());
        recipe.put("input", input);
        recipe.put("input_sha256", digest(input));
        recipe.put(SETTINGS, settings(plan));
        recipe.put(
                "noise",
                plan.channels().stream().map(p -> p.data().description()).toList());
        recipe.put(
                "weights",
                restored.weights().stream().map(AutomaticWeight::value).toList());
        recipe.put(
                "method",
                plan.settings().method() + ", "
                        + plan.method().reason(restored.problems().get(0)));
        recipe.put("masked", plan.masked());
        return Json.write(recipe) + "\n";
    }

    private static Map<String, Object> settings(Plan plan) {
        Settings settings = plan.settings()
                .with(Setting.PRIOR, plan.prior().written())
                .with(Setting.PRECISION, plan.precision().written())
                .with(Setting.TILE, plan.tile());
        Map<String, Object> written = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            if (!settings.get(setting).isEmpty()) {
                written.put(setting.key(), settings.get(setting));
            }
        }
        return written;
    }

    private static String digest(Path input) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(input)));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

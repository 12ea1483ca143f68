package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acutance.io.ImageReadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecipeTest {
    @TempDir
    Path path;

    private Folder folder() {
        return new Folder(path);
    }

    @Test
    void runsAgainToTheSameBits() throws IOException {
        Path in = folder().npy("y.npy", Folder.pattern());
        Path recipe = folder().at("recipe.json");
        Outcome first = Outcome.of(
                "deblur",
                in,
                "--psf",
                "gaussian:sigma=1",
                "--preset",
                "text",
                "--gain",
                0.9,
                "--max-iterations",
                20,
                "--save-recipe",
                recipe);
        assertThat(first.code()).isEqualTo(3);
        assertThat(Files.readString(recipe))
                .contains("\"prior\": \"tv+box\"", "\"gain\": \"0.9\"", "\"input_sha256\"", "\"weights\": [");
        Path out = folder().at("again.npy");
        Path second = folder().at("second.json");
        assertThat(Outcome.of("deblur", in, "--recipe", recipe, "-o", out, "--save-recipe", second)
                        .code())
                .isEqualTo(3);
        assertThat(Files.readAllBytes(out)).isEqualTo(Files.readAllBytes(folder().at("y-deblurred.npy")));
        assertThat(Files.readString(second)).isEqualTo(Files.readString(recipe));
    }

    @Test
    void aMissingRecipeIsMissing() {
        Path in = folder().npy("y.npy", Folder.pattern());
        Outcome outcome = Outcome.of("deblur", in, "--recipe", folder().at("gone.json"));
        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.error())
                .contains("cannot read")
                .endsWith("gone.json: there is no such file; check the name and the folder");
    }

    @Test
    void optionsWinOverPresetsAndTheseOverRecipes() {
        Path in = folder().npy("y.npy", Folder.pattern());
        Path recipe = folder().text("r.json", "{\"settings\": {\"psf\": \"delta\", \"prior\": \"none\", \"gain\": 2}}");
        var result = Outcome.of(
                        "deblur",
                        in,
                        "--recipe",
                        recipe,
                        "--preset",
                        "text",
                        "--boundary",
                        "periodic",
                        "--max-iterations",
                        2,
                        "--json")
                .json();
        assertThat(result.get("psf").asString()).isEqualTo("delta");
        assertThat(result.get("prior").asString()).isEqualTo("tv+box");
        assertThat(result.get("boundary").asString()).isEqualTo("periodic");
        assertThat(result.get("gain").asString()).isEqualTo("2.0");
    }

    @Test
    void refusesWhatIsNoRecipe() {
        Path in = folder().npy("y.npy", Folder.pattern());
        Path wrong = folder().text("wrong.json", "{\"settings\": {\"pirior\": \"none\"}}");
        assertThat(Outcome.of("deblur", in, "--recipe", wrong).error())
                .isEqualTo("acutance deblur: recipe: unknown setting 'pirior'; did you mean 'prior'?");
        Path empty = folder().text("empty.json", "{}");
        assertThat(Outcome.of("deblur", in, "--recipe", empty).error())
                .endsWith("it is no recipe, for it has no object 'settings'; make one with --save-recipe");
        Path broken = folder().text("broken.json", "{\"settings\": ");
        assertThat(Outcome.of("deblur", in, "--recipe", broken).error())
                .endsWith("it is not JSON: at character 14 is the end, expected a value; name a recipe that"
                        + " --save-recipe wrote");
        assertThat(Outcome.of("deblur", in, "--preset", "text").error())
                .isEqualTo("acutance deblur: missing --psf SPEC (see 'acutance deblur --help')");
        assertThat(Outcome.of("deblur", in, "--preset", "txt").error())
                .startsWith("acutance deblur: unknown preset 'txt'; did you mean 'text'?");
    }

    @Test
    void readsWhatJsonWrites() {
        Map<String, Object> object = Map.of(
                "a\"\\\n\u00e9", List.of(1.5, -2e-300, true, false, Map.of()), "b", Optional.empty(), "c", List.of());
        assertThat(JsonReader.object(path, Json.write(object))).isEqualTo(object);
        for (String text :
                List.of("", "[]", "{\"a\" 1}", "{\"a\": 1,}", "{\"a\": \"\\u00g0\"}", "{} x", "{\"a\": tru}", "{\"a")) {
            assertThatThrownBy(() -> JsonReader.object(path, text))
                    .as(text)
                    .isInstanceOf(ImageReadException.class)
                    .hasMessageContaining("it is not JSON: at character ");
        }
        String deep = "{\"a\": " + "[".repeat(100_000);
        assertThatThrownBy(() -> JsonReader.object(path, deep)).hasMessageContaining("at most 64 levels");
    }
}

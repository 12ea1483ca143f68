package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.SampleType;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input, bad specifications and bad outputs: one line, the right exit code, and nothing written. */
final class RefusalsTest {
    @TempDir
    Path path;

    private Folder folder = new Folder(Path.of(""));

    @BeforeEach
    void fill() {
        folder = new Folder(path);
        folder.npy("y.npy", Folder.pattern());
    }

    /** Runs {@code acutance deblur} and gives its message without the folder's name. */
    private String refused(int code, Object... arguments) {
        Map<Path, String> before = folder.contents();
        Object[] all = new Object[arguments.length + 1];
        all[0] = "deblur";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Outcome outcome = Outcome.of(all);
        assertThat(outcome.error()).startsWith("acutance deblur: ");
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.out()).isEmpty();
        assertThat(folder.contents()).isEqualTo(before);
        return outcome.error().replace(path + "/", "").substring("acutance deblur: ".length());
    }

    private String refusedInput(String name) {
        return refused(4, folder.at(name), "--psf", "delta");
    }

    private String refusedPsf(int code, String spec) {
        return refused(code, folder.at("y.npy"), "--psf", spec);
    }

    private String refusedOutput(Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        System.arraycopy(new Object[] {folder.at("y.npy"), "--psf", "delta"}, 0, all, 0, 3);
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return refused(5, all);
    }

    @Test
    void inputsThatAreNoImages() throws IOException {
        assertThat(refusedInput("gone.png"))
                .isEqualTo("cannot read gone.png: there is no such file; check the name and the folder");
        Files.createDirectory(folder.at("folder"));
        assertThat(refusedInput("folder")).isEqualTo("cannot read folder: it is a folder; name an image file");
        folder.text("text.png", "hello, I am a text");
        assertThat(refusedInput("text.png"))
                .isEqualTo(
                        "cannot read text.png: the name says png, but the contents are not an image of a known format"
                                + " (they begin with \"hello, I\"); expected one of png, jpeg, tiff, npy");
        folder.text("empty.png", "");
        assertThat(refusedInput("empty.png"))
                .isEqualTo("cannot read empty.png: the file is empty; get it again from its source");
    }

    @Test
    void aTruncatedPng() throws IOException {
        byte[] whole = Files.readAllBytes(folder.gray("whole.png", SampleType.UINT8));
        Files.write(folder.at("part.png"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusedInput("part.png"))
                .startsWith("cannot read part.png: the file is damaged or incomplete: ")
                .endsWith("; get it again from its source");
    }

    @Test
    void pixelsThatAreNotNumbers() {
        double[] values = Folder.pattern().toDoubles();
        values[17] = Double.NaN;
        values[100] = Double.POSITIVE_INFINITY;
        folder.npy("nan.npy", NdArray.of(values, Folder.ROWS, Folder.COLUMNS));
        assertThat(refusedInput("nan.npy"))
                .isEqualTo(
                        "2 of 168 pixels are NaN or infinite, the first at [1, 3]; replace them, or leave them out by --invalid mask");
        Outcome blur = Outcome.of("blur", folder.at("nan.npy"), "--psf", "delta", "-o", folder.at("z.npy"));
        assertThat(blur.code()).isEqualTo(4);
        assertThat(blur.error())
                .isEqualTo("acutance blur: the image has pixels that are NaN or infinite, which would spread; replace"
                        + " them first");
        assertThat(folder.at("z.npy")).doesNotExist();
    }

    @Test
    void pointSpreadFunctionsThatCannotBeUsed() {
        String file = "file:" + folder.path() + "/";
        folder.npy("zeros.npy", NdArray.zeros(5, 5));
        assertThat(refusedPsf(4, file + "zeros.npy"))
                .isEqualTo("psf: the sum of the [5×5] values is 0, all of them are; give a kernel with a positive sum");
        folder.npy("nan.npy", NdArray.of(new double[] {0, 1, Double.NaN}, 1, 3));
        assertThat(refusedPsf(4, file + "nan.npy"))
                .isEqualTo("psf: 1 of 3 values are NaN or infinite, the first at [0, 2]; repair the kernel");
        assertThat(refusedPsf(4, file + "gone.npy"))
                .isEqualTo("cannot read gone.npy: there is no such file; check the name and the folder");
        folder.npy("cube.npy", Folder.pattern(Shape.of(5, 5, 5), 0));
        assertThat(refusedPsf(4, file + "cube.npy"))
                .isEqualTo(
                        "blur: kernel [5×5×5] has rank 3 but the image has rank 2; use a kernel with one axis per axis"
                                + " of the image");
        folder.image("rgb.png", ColourModel.RGB, 3, SampleType.UINT8);
        assertThat(refusedPsf(4, file + "rgb.png"))
                .isEqualTo("cannot read rgb.png: it has 3 colours, [12×14] RGB uint8; give an array of one");
    }

    @Test
    void aPointSpreadFunctionLargerThanTheImageIsUsedAndSaidSo() {
        folder.npy("large.npy", Folder.pattern(Shape.of(15, 3), 0));
        Outcome outcome = Outcome.of(
                "deblur", folder.at("y.npy"), "--psf", "file:" + folder.at("large.npy"), "--max-iterations", 1);
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err())
                .contains("acutance deblur: note: kernel [15×3] is larger than the image [12×14] along axis 0; the"
                        + " convolution stays linear, nothing wraps around, but the border rules the result");
        assertThat(folder.at("y-deblurred.npy")).exists();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --psf      | gausian:sigma=1 | unknown point spread function 'gausian'; did you mean 'gaussian'?
            --psf      | gaussian:sgma=1 | point spread function 'gaussian': unknown parameter 'sgma'; did you mean 'sigma'?
            --fidelity | nrm             | unknown fidelity 'nrm'; did you mean 'norm'?
            --prior    | gradient-nrm    | unknown prior 'gradient-nrm'; did you mean 'gradient-norm'?
            --boundary | reflct          | unknown boundary 'reflct'; did you mean 'reflect'?
            --method   | newton-gc       | unknown method 'newton-gc'; did you mean 'newton-cg'?
            --start    | zeroes          | unknown start 'zeroes'; did you mean 'zeros'?
            """)
    void unknownNamesAreAnsweredWithTheNearest(String option, String spec, String message) {
        Object[] arguments = option.equals("--psf")
                ? new Object[] {folder.at("y.npy"), option, spec}
                : new Object[] {folder.at("y.npy"), "--psf", "delta", option, spec};
        assertThat(refused(2, arguments)).startsWith(message);
    }

    @Test
    void startsAndReferencesThatDoNotFit() {
        folder.npy("small.npy", NdArray.zeros(3, 4));
        assertThat(refused(4, folder.at("y.npy"), "--psf", "delta", "--start", "file:" + folder.at("small.npy")))
                .isEqualTo("start: got shape [3×4], expected [12×14]");
        assertThat(refused(4, folder.at("y.npy"), "--psf", "delta", "--reference", folder.at("small.npy")))
                .isEqualTo("the reference is [3×4] GRAY float64 but the image is [12×14] GRAY float64; give two of one"
                        + " shape and one number of colours");
    }

    @Test
    void outputsThatMayNotBeWritten() throws IOException {
        folder.text("old.npy", "precious");
        assertThat(refusedOutput("-o", folder.at("old.npy")))
                .isEqualTo("cannot write old.npy: the file exists; replace it with --force, or name another with -o");
        assertThat(refusedOutput("-o", folder.at("y.npy")))
                .isEqualTo("cannot write y.npy: it is the input y.npy itself; choose another name");
        assertThat(refusedOutput("-o", folder.at("y.npy"), "--force"))
                .isEqualTo("cannot write y.npy: it is the input y.npy itself; choose another name");
        Path psf = folder.npy(
                "psf.npy", NdArray.full(Shape.of(3, 3), Folder.pattern().precision(), 1));
        assertThat(refused(5, folder.at("y.npy"), "--psf", "file:" + psf, "-o", psf, "--force"))
                .isEqualTo("cannot write psf.npy: it is the input psf.npy itself; choose another name");
        assertThat(refusedOutput("-o", folder.at("gone/x.npy")))
                .startsWith("cannot write gone/x.npy: there is no folder ")
                .endsWith("; make it first");
        assertThat(refusedOutput("-o", folder.at("x.bmp")))
                .isEqualTo("cannot write x.bmp: the ending '.bmp' names no format; use one of .png, .jpg, .jpeg, .tif,"
                        + " .tiff, .npy");
        Files.createDirectory(folder.at("x.png"));
        assertThat(refusedOutput("-o", folder.at("x.png")))
                .isEqualTo("cannot write x.png: it is a folder; name a file in it");
    }

    @Test
    void outputsThatTheFormatCannotHold() {
        folder.npy("cube.npy", Folder.pattern(Shape.of(5, 6, 7), 0));
        assertThat(refused(5, folder.at("cube.npy"), "--psf", "delta", "-o", folder.at("x.png")))
                .isEqualTo("cannot write x.png: png holds pictures (rows, columns), not [5×6×7]; write .tif or .npy");
    }

    @Test
    void plotsThatMayNotBeWritten() {
        assertThat(refused(
                        2,
                        folder.at("y.npy"),
                        "--psf",
                        "delta",
                        "-o",
                        folder.at("x.png"),
                        "--plot",
                        folder.at("./x.png")))
                .isEqualTo("both outputs are ./x.png; name another file for one of them");
        folder.text("old.png", "precious");
        assertThat(refusedOutput("-o", folder.at("x.png"), "--plot", folder.at("old.png")))
                .isEqualTo("cannot write old.png: the file exists; replace it with --force, or name another with -o");
    }

    @Test
    void aFolderThatIsReadOnly() throws IOException {
        Path locked = Files.createDirectory(folder.at("locked"));
        assumeThat(locked.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(locked)).as("root may write everywhere").isFalse();
        assertThat(refusedOutput("-o", locked.resolve("x.npy")))
                .startsWith("cannot write locked/x.npy: its folder cannot be written: ")
                .endsWith("; choose another folder");
    }

    @Test
    void aDeviceThatIsFull() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        Files.createSymbolicLink(folder.at("full.npy"), Path.of("/dev/full"));
        assertThat(refusedOutput("-o", folder.at("full.npy"), "--force"))
                .isEqualTo("cannot write full.npy: it is not a regular file; choose another name");
        Files.delete(folder.at("full.npy"));
    }
}

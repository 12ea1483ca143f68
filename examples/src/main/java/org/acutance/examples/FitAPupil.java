package org.acutance.examples;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.fourier.Complex;
import org.acutance.math.autodiff.fourier.Fourier;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Minimum;

/** Finds the aberrations and the brightness of a lens from one picture of a point, through the Fourier transform. */
public final class FitAPupil {
    private static final int SIZE = 32;
    private static final double RADIUS = 7;

    /** Zernike's polynomials that the phase is made of: defocus, two of astigmatism, two of coma. */
    private static final List<Zernike> MODES = List.of(
            (x, y) -> 2 * (x * x + y * y) - 1,
            (x, y) -> x * x - y * y,
            (x, y) -> 2 * x * y,
            (x, y) -> (3 * (x * x + y * y) - 2) * x,
            (x, y) -> (3 * (x * x + y * y) - 2) * y);

    private FitAPupil() {}

    private interface Zernike {
        double at(double x, double y);
    }

    /** What is sought: the coefficients of the phase in radians, and the brightness of an image without aberrations at its peak. */
    private record Lens(Tensor coefficients, Tensor brightness) {}

    /** A function on the pupil, 0 outside of it. */
    private static NdArray onPupil(Zernike function) {
        return NdArray.of(
                IntStream.range(0, SIZE * SIZE)
                        .mapToDouble(i -> {
                            double x = (i % SIZE - SIZE / 2) / RADIUS;
                            double y = (i / SIZE - SIZE / 2) / RADIUS;
                            return x * x + y * y <= 1 ? function.at(x, y) : 0;
                        })
                        .toArray(),
                SIZE,
                SIZE);
    }

    /** The intensity of the image of a point: the squared transform of the pupil function. */
    private static Tensor pointSpread(Lens lens, Tensor pupil, Tensor modes) {
        Tensor phase = lens.coefficients().tensordot(modes, 1);
        Complex field = Fourier.fftn(Complex.polar(pupil, phase), 0, 1);
        double area = pupil.value().sum();
        return Fourier.fftshift(field.squaredAbs()).dividedBy(area * area).times(lens.brightness());
    }

    /** Prints what was put in and what was found. */
    public static void main(String[] arguments) {
        Tensor pupil = Tensor.of(onPupil((x, y) -> 1));
        Tensor modes = Tensor.stack(
                0, MODES.stream().map(mode -> Tensor.of(onPupil(mode))).toArray(Tensor[]::new));
        Lens truth = new Lens(Tensor.of(new double[] {0.5, -0.3, 0.2, 0.4, -0.1}, 5), Tensor.scalar(2));
        Tensor seen = pointSpread(truth, pupil, modes);

        Lens guess = new Lens(Tensor.of(new double[] {0.2, 0, 0, 0, 0}, 5), Tensor.scalar(1));
        Minimum<Lens> minimum = Minimize.by("newton-cg:xtol=1e-12")
                .minimizeOver(
                        lens -> pointSpread(lens, pupil, modes).minus(seen).squaredNorm(), guess);
        Lens found = minimum.at();

        System.out.println(minimum.solution().message());
        System.out.println("coefficients " + truth.coefficients() + " found as " + found.coefficients());
        System.out.println("brightness   " + truth.brightness() + " found as " + found.brightness());
        double error =
                found.coefficients().minus(truth.coefficients()).abs().max().item();
        if (error > 1e-4) {
            throw new IllegalStateException("the coefficients are off by " + error);
        }
    }
}

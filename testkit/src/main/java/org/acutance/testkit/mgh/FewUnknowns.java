package org.acutance.testkit.mgh;

import static org.acutance.testkit.mgh.Elements.at;
import static org.acutance.testkit.mgh.Elements.join;
import static org.acutance.testkit.mgh.Elements.vector;

import org.acutance.math.autodiff.Tensor;

/** Residuals of the problems that have a fixed number of unknowns and no data, by their numbers in the paper. */
final class FewUnknowns {
    private FewUnknowns() {}

    /** (1) Rosenbrock. */
    static Tensor rosenbrock(Tensor x) {
        return join(
                at(x, 1).minus(at(x, 0).square()).times(10), at(x, 0).minus(1).negate());
    }

    /** (2) Freudenstein and Roth. */
    static Tensor freudensteinRoth(Tensor x) {
        Tensor a = at(x, 0);
        Tensor b = at(x, 1);
        return join(
                b.negate().plus(5).times(b).minus(2).times(b).plus(a).minus(13),
                b.plus(1).times(b).minus(14).times(b).plus(a).minus(29));
    }

    /** (3) Powell, badly scaled. */
    static Tensor powellBadlyScaled(Tensor x) {
        Tensor a = at(x, 0);
        Tensor b = at(x, 1);
        return join(
                a.times(b).times(1e4).minus(1),
                a.negate().exp().plus(b.negate().exp()).minus(1.0001));
    }

    /** (4) Brown, badly scaled. */
    static Tensor brownBadlyScaled(Tensor x) {
        Tensor a = at(x, 0);
        Tensor b = at(x, 1);
        return join(a.minus(1e6), b.minus(2e-6), a.times(b).minus(2));
    }

    /** (5) Beale. */
    static Tensor beale(Tensor x) {
        Tensor a = at(x, 0);
        Tensor b = at(x, 1);
        Tensor powers = join(b, b.square(), b.square().times(b));
        return vector(1.5, 2.25, 2.625).minus(a.times(powers.negate().plus(1)));
    }

    /** (6) Jennrich and Sampson. */
    static Tensor jennrichSampson(Tensor x) {
        Tensor i = vector(10, k -> k);
        Tensor sum = i.times(at(x, 0)).exp().plus(i.times(at(x, 1)).exp());
        return i.times(2).plus(2).minus(sum);
    }

    /** (7) The helical valley. */
    static Tensor helicalValley(Tensor x) {
        Tensor a = at(x, 0);
        Tensor b = at(x, 1);
        Tensor c = at(x, 2);
        double turn = a.value().get(0) < 0 ? 0.5 : 0;
        Tensor angle = b.dividedBy(a).atan().dividedBy(2 * Math.PI).plus(turn);
        Tensor radius = a.square().plus(b.square()).sqrt();
        return join(c.minus(angle.times(10)).times(10), radius.minus(1).times(10), c);
    }

    /** (11) Gulf research and development. */
    static Tensor gulf(Tensor x) {
        Tensor t = vector(99, i -> i / 100.0);
        Tensor y = vector(99, i -> 25 + Math.pow(-50 * Math.log(i / 100.0), 2.0 / 3));
        Tensor distance = y.minus(at(x, 1)).abs();
        return distance.pow(at(x, 2)).dividedBy(at(x, 0)).negate().exp().minus(t);
    }

    /** (12) Box, three-dimensional. */
    static Tensor box(Tensor x) {
        Tensor t = vector(10, i -> 0.1 * i).negate();
        Tensor known = t.exp().minus(t.times(10).exp());
        return t.times(at(x, 0)).exp().minus(t.times(at(x, 1)).exp()).minus(at(x, 2).times(known));
    }

    /** (14) Wood. */
    static Tensor wood(Tensor x) {
        Tensor a = at(x, 0);
        Tensor b = at(x, 1);
        Tensor c = at(x, 2);
        Tensor d = at(x, 3);
        return join(
                b.minus(a.square()).times(10),
                a.minus(1).negate(),
                d.minus(c.square()).times(Math.sqrt(90)),
                c.minus(1).negate(),
                b.plus(d).minus(2).times(Math.sqrt(10)),
                b.minus(d).dividedBy(Math.sqrt(10)));
    }

    /** (16) Brown and Dennis. */
    static Tensor brownDennis(Tensor x) {
        Tensor t = vector(20, i -> i / 5.0);
        Tensor first = at(x, 0).plus(t.times(at(x, 1))).minus(t.exp());
        Tensor second = at(x, 2).plus(at(x, 3).times(t.sin())).minus(t.cos());
        return first.square().plus(second.square());
    }

    /** (18) Biggs, six exponentials. */
    static Tensor biggs(Tensor x) {
        Tensor t = vector(13, i -> 0.1 * i).negate();
        Tensor y =
                t.exp().minus(t.times(10).exp().times(5)).plus(t.times(4).exp().times(3));
        return at(x, 2).times(t.times(at(x, 0)).exp())
                .minus(at(x, 3).times(t.times(at(x, 1)).exp()))
                .plus(at(x, 5).times(t.times(at(x, 4)).exp()))
                .minus(y);
    }
}

package org.acutance.app.picture;

/** What the progress of a run is counted in. */
public enum Abscissa {
    /** Steps of the method; the start is 0. */
    ITERATIONS("iterations", 1),
    /** Evaluations so far of the objective, its gradient and its Hessian's products, however the caller counts them. */
    EVALUATIONS("evaluations", 1),
    /** Time since the start in seconds. */
    SECONDS("seconds", 0);

    private final String label;
    private final int finest;

    Abscissa(String label, int finest) {
        this.label = label;
        this.finest = finest;
    }

    /** Least distance between marks on an axis. */
    int finest() {
        return finest;
    }

    String label() {
        return label;
    }
}

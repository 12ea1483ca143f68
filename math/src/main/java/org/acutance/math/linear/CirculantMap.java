package org.acutance.math.linear;

/**
 * A linear map A whose product {@code adjoint(apply(x))} is a circular convolution of x: it commutes with circular
 * shifts of the domain. Equations in such products have exact solutions in the Fourier domain.
 */
public interface CirculantMap extends LinearMap {}

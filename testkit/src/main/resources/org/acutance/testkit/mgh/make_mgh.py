"""Writes mgh.tsv: the problems of Moré, Garbow & Hillstrom (ACM TOMS 7, 1981) with the value at the start and the minimum.

The minimum is found in double precision by SciPy, from the paper's start, and then followed by Newton's method with
sixty digits. Run with SciPy 1.17 and mpmath 1.3: python3 make_mgh.py
"""

import mpmath
import numpy as np
from scipy.optimize import least_squares, minimize

mpmath.mp.dps = 60

def each(plain, exact):
    function = np.frompyfunc(exact, 1, 1)
    return lambda x: function(x) if np.asarray(x).dtype == object or isinstance(x, (mpmath.mpf, mpmath.mpc)) else plain(x)


exp, log, cos, sin, arctan, sqrt = (
    each(getattr(np, a), getattr(mpmath, b))
    for a, b in [("exp", "exp"), ("log", "log"), ("cos", "cos"), ("sin", "sin"), ("arctan", "atan"), ("sqrt", "sqrt")]
)


def real(x):
    return np.vectorize(lambda v: float(v.real))(x)

def rosenbrock(x): return [10*(x[1]-x[0]**2),1-x[0]]
def freudenstein(x): return [-13+x[0]+((5-x[1])*x[1]-2)*x[1],-29+x[0]+((x[1]+1)*x[1]-14)*x[1]]
def powell_bad(x): return [1e4*x[0]*x[1]-1,exp(-x[0])+exp(-x[1])-1.0001]
def brown_bad(x): return [x[0]-1e6,x[1]-2e-6,x[0]*x[1]-2]
def beale(x): return [y-x[0]*(1-x[1]**(i+1)) for i,y in enumerate([1.5,2.25,2.625])]
def jennrich(x):
    i=np.arange(1,11); return 2+2*i-(exp(i*x[0])+exp(i*x[1]))
def helical(x):
    t=arctan(x[1]/x[0])/(2*np.pi)
    if real(x[0])<0: t=t+0.5
    return [10*(x[2]-10*t),10*(sqrt(x[0]**2+x[1]**2)-1),x[2]]
BARD=np.array([.14,.18,.22,.25,.29,.32,.35,.39,.37,.58,.73,.96,1.34,2.10,4.39])
def bard(x):
    u=np.arange(1,16); v=16-u; w=np.minimum(u,v); return BARD-(x[0]+u/(v*x[1]+w*x[2]))
GAUSS=np.array([.0009,.0044,.0175,.0540,.1295,.2420,.3521,.3989,.3521,.2420,.1295,.0540,.0175,.0044,.0009])
def gaussian(x):
    t=(8-np.arange(1,16))/2; return x[0]*exp(-x[1]*(t-x[2])**2/2)-GAUSS
MEYER=np.array([34780,28610,23650,19630,16370,13720,11540,9744,8261,7030,6005,5147,4427,3820,3307,2872.])
def meyer(x):
    t=45+5*np.arange(1,17); return x[0]*exp(x[1]/(t+x[2]))-MEYER
def gulf(x):
    i=np.arange(1,100); t=i/100; y=25+(-50*log(t))**(2/3)
    d=(y-x[1]); d=np.where(real(d)<0,-d,d)
    return exp(-d**x[2]/x[0])-t
def box(x):
    t=.1*np.arange(1,11); return exp(-t*x[0])-exp(-t*x[1])-x[2]*(exp(-t)-exp(-10*t))
def powell_singular(x):
    r=[]
    for k in range(0,len(x),4):
        a,b,c,d=x[k:k+4]; r+=[a+10*b,5**.5*(c-d),(b-2*c)**2,10**.5*(a-d)**2]
    return r
def wood(x):
    a,b,c,d=x; return [10*(b-a*a),1-a,90**.5*(d-c*c),1-c,10**.5*(b+d-2),10**-.5*(b-d)]
KOW=np.array([.1957,.1947,.1735,.1600,.0844,.0627,.0456,.0342,.0323,.0235,.0246]); KU=np.array([4,2,1,.5,.25,.167,.125,.1,.0833,.0714,.0625])
def kowalik(x): return KOW-x[0]*(KU**2+KU*x[1])/(KU**2+KU*x[2]+x[3])
def brown_dennis(x):
    t=np.arange(1,21)/5; return (x[0]+t*x[1]-exp(t))**2+(x[2]+x[3]*sin(t)-cos(t))**2
OS1=np.array([.844,.908,.932,.936,.925,.908,.881,.850,.818,.784,.751,.718,.685,.658,.628,.603,.580,.558,.538,.522,.506,.490,.478,.467,.457,.448,.438,.431,.424,.420,.414,.411,.406])
def osborne1(x):
    t=10*np.arange(33); return OS1-(x[0]+x[1]*exp(-t*x[3])+x[2]*exp(-t*x[4]))
def biggs(x):
    t=.1*np.arange(1,14); y=exp(-t)-5*exp(-10*t)+3*exp(-4*t)
    return x[2]*exp(-t*x[0])-x[3]*exp(-t*x[1])+x[5]*exp(-t*x[4])-y
OS2=np.array([1.366,1.191,1.112,1.013,.991,.885,.831,.847,.786,.725,.746,.679,.608,.655,.616,.606,.602,.626,.651,.724,.649,.649,.694,.644,.624,.661,.612,.558,.533,.495,.500,.423,.395,.375,.372,.391,.396,.405,.428,.429,.523,.562,.607,.653,.672,.708,.633,.668,.645,.632,.591,.559,.597,.625,.739,.710,.729,.720,.636,.581,.428,.292,.162,.098,.054])
def osborne2(x):
    t=np.arange(65)/10
    return OS2-(x[0]*exp(-t*x[4])+x[1]*exp(-(t-x[8])**2*x[5])+x[2]*exp(-(t-x[9])**2*x[6])+x[3]*exp(-(t-x[10])**2*x[7]))
def watson(x):
    n=len(x); t=np.arange(1,30)/29; j=np.arange(n)
    P=t[:,None]**j; s=P@x; D=(j[1:]*t[:,None]**(j[1:]-1))@x[1:]
    return np.concatenate([D-s**2-1,[x[0],x[1]-x[0]**2-1]])
def ext_rosenbrock(x): return np.concatenate([rosenbrock(x[k:k+2]) for k in range(0,len(x),2)])
def penalty1(x): return np.concatenate([1e-5**.5*(x-1),[x@x-.25]])
def penalty2(x):
    n=len(x); i=np.arange(2,n+1); y=exp(i/10)+exp((i-1)/10); a=1e-5**.5
    return np.concatenate([[x[0]-.2],a*(exp(x[1:]/10)+exp(x[:-1]/10)-y),a*(exp(x[1:]/10)-exp(-.1)),[np.arange(n,0,-1)@x**2-1]])
def variably(x):
    s=np.arange(1,len(x)+1)@(x-1); return np.concatenate([x-1,[s,s*s]])
def trig(x):
    n=len(x); i=np.arange(1,n+1); return n-np.sum(cos(x))+i*(1-cos(x))-sin(x)
def brown_almost(x):
    n=len(x); return np.concatenate([x[:-1]+np.sum(x)-(n+1),[np.prod(x)-1]])
def dbvp(x):
    n=len(x); h=1/(n+1); t=np.arange(1,n+1)*h; p=np.concatenate([[0],x,[0]]); return 2*x-p[:-2]-p[2:]+h*h*(x+t+1)**3/2
def dint(x):
    n=len(x); h=1/(n+1); t=np.arange(1,n+1)*h; c=(x+t+1)**3; T=np.minimum.outer(t,t)*(1-np.maximum.outer(t,t))
    return x+h*(T@c)/2
def btri(x):
    p=np.concatenate([[0],x,[0]]); return (3-2*x)*x-p[:-2]-2*p[2:]+1
def bband(x):
    n=len(x); q=x*(1+x); B=np.zeros((n,n))
    for i in range(n):
        for j in range(max(0,i-5),min(n,i+2)):
            if j!=i: B[i,j]=1
    return x*(2+5*x*x)+1-B@q
M=20
def lin_full(x):
    n=len(x); s=np.sum(x); return np.concatenate([x-2/M*s-1,np.full(M-n,1)*(-2/M*s-1)])
def lin1(x): return np.arange(1,M+1)*(np.arange(1,len(x)+1)@x)-1
def lin10(x):
    n=len(x); s=np.arange(2,n)@x[1:-1]; return np.concatenate([[-1],np.arange(1,M-1)*s-1,[-1]])
def cheby(x):
    n=len(x); z=2*x-1; a=np.ones(n)+0*x; b=z; r=[]
    for i in range(1,n+1):
        r.append(np.sum(b)/n+(1/(i*i-1) if i%2==0 else 0)); a,b=b,2*z*b-a
    return r
W=np.arange
P=[('rosenbrock',rosenbrock,[-1.2,1]),('freudenstein-roth',freudenstein,[.5,-2]),('powell-badly-scaled',powell_bad,[0,1]),('brown-badly-scaled',brown_bad,[1,1]),('beale',beale,[1,1]),('jennrich-sampson',jennrich,[.3,.4]),('helical-valley',helical,[-1,0,0]),('bard',bard,[1,1,1]),('gaussian',gaussian,[.4,1,0]),('meyer',meyer,[.02,4000,250]),('gulf',gulf,[5,2.5,.15]),('box-3d',box,[0,10,20]),('powell-singular',powell_singular,[3,-1,0,1]),('wood',wood,[-3,-1,-3,-1]),('kowalik-osborne',kowalik,[.25,.39,.415,.39]),('brown-dennis',brown_dennis,[25,5,-5,-1]),('osborne-1',osborne1,[.5,1.5,-1,.01,.02]),('biggs-exp6',biggs,[1,2,1,1,1,1]),('osborne-2',osborne2,[1.3,.65,.65,.7,.6,3,5,7,2,4.5,5.5]),
('watson',watson,np.zeros(6)),('watson',watson,np.zeros(9)),('watson',watson,np.zeros(12)),('ext-rosenbrock',ext_rosenbrock,[-1.2,1]*5),('ext-powell-singular',powell_singular,[3,-1,0,1]*3),('penalty-1',penalty1,W(1,5)),('penalty-1',penalty1,W(1,11)),('penalty-2',penalty2,np.full(4,.5)),('penalty-2',penalty2,np.full(10,.5)),('variably-dim',variably,1-W(1,11)/10),('trigonometric',trig,np.full(10,.1)),('brown-almost-linear',brown_almost,np.full(10,.5)),('discrete-bvp',dbvp,W(1,11)/11*(W(1,11)/11-1)),('discrete-integral',dint,W(1,11)/11*(W(1,11)/11-1)),('broyden-tridiagonal',btri,np.full(10,-1.)),('broyden-banded',bband,np.full(10,-1.)),('linear-full-rank',lin_full,np.ones(10)),('linear-rank-1',lin1,np.ones(10)),('linear-rank-1-zero',lin10,np.ones(10))]+[('chebyquad',cheby,W(1,n+1)/(n+1)) for n in (7,8,9,10)]
P=[(a,b,np.asarray(c,float)) for a,b,c in P]


def jacobian(residuals, x):
    """By complex steps, exact."""
    exact = x.dtype == object
    step = mpmath.mpf(10) ** -50 if exact else 1e-100
    columns = []
    for i in range(len(x)):
        z = x + 0 * (mpmath.mpc(0, 1) if exact else 1j)
        z[i] = z[i] + step * (mpmath.mpc(0, 1) if exact else 1j)
        columns.append([v.imag / step for v in np.asarray(residuals(z))])
    return np.array(columns).T


def value(residuals, x):
    r = np.asarray(residuals(x))
    return r @ r


def gradient(residuals, x):
    return 2 * np.asarray(residuals(x)) @ jacobian(residuals, x)


def hessian(residuals, x):
    step = mpmath.mpf(10) ** -20 if x.dtype == object else 1e-6
    rows = []
    for i in range(len(x)):
        e = np.zeros(len(x)) * step
        e[i] = step
        rows.append((gradient(residuals, x + e) - gradient(residuals, x - e)) / (2 * step))
    return np.array(rows)


def near(residuals, start):
    """The lower of two minima that SciPy finds from the start."""
    g = lambda x: gradient(residuals, x)
    tight = dict(xtol=1e-15, ftol=1e-15, gtol=1e-15, x_scale="jac")
    candidates = [least_squares(lambda x: np.asarray(residuals(x)), start, lambda x: jacobian(residuals, x), **tight).x]
    options = dict(gtol=1e-10, maxiter=3000)
    candidates.append(
        minimize(
            lambda x: value(residuals, x), start, jac=g, hess=lambda x: hessian(residuals, x), method="trust-ncg",
            options=options,
        ).x
    )
    return min(candidates, key=lambda x: value(residuals, x))


def polished(residuals, x):
    """Newton's method from a minimiser in double precision; a singular Hessian leaves its null space alone."""
    x = np.array([mpmath.mpf(v) for v in x], dtype=object)
    for _ in range(60):
        g = gradient(residuals, x)
        if max(abs(v) for v in g) < mpmath.mpf(10) ** -45:
            break
        h = mpmath.matrix(hessian(residuals, x).tolist())
        values, vectors = mpmath.eigsy((h + h.T) / 2)
        most = max(abs(v) for v in values)
        along = vectors.T * mpmath.matrix(g.tolist())
        step = [along[i] / values[i] if abs(values[i]) > most * mpmath.mpf(10) ** -18 else 0 for i in range(len(x))]
        x = x - np.array(list(vectors * mpmath.matrix(step)), dtype=object)
    return x


if __name__ == "__main__":
    with open("mgh.tsv", "w") as table:
        table.write("problem\tstart\tvalue at start\tminimum\tminimiser\n")
        for name, residuals, start in P:
            exact = np.array([mpmath.mpf(v) for v in start], dtype=object)
            best = polished(residuals, near(residuals, start))
            numbers = [value(residuals, exact), value(residuals, best)]
            # What is left of a minimum of zero is rounding.
            numbers = [float(v) if v > 1e-30 else 0.0 for v in numbers]
            points = [" ".join(repr(float(v)) for v in x) for x in (start, best)]
            table.write("\t".join([name, points[0], *map(repr, numbers), points[1]]) + "\n")

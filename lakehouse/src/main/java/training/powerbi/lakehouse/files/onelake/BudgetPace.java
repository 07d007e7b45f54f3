package training.powerbi.lakehouse.files.onelake;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import training.powerbi.lakehouse.OneLakePlace.Pacing;
import training.powerbi.lakehouse.files.Pace;

/// A lone student is answered soon, a class shares its commits, and where the budget is near, all wait longer before
/// it is passed.
final class BudgetPace implements Pace {
    /// So many at a time are a class.
    private static final int CLASS = 8;

    private static final double NEAR = 0.8;
    private static final double FAR_AGAIN = 0.6;
    private static final int WIDEST = 5;

    private final Pacing pacing;
    private final DoubleSupplier spent;
    private final Consumer<String> log;
    private final AtomicBoolean said = new AtomicBoolean();

    /// @param spent capacity unit seconds of the last hour
    /// @param log is told once when the budget comes near, and again only after it was far
    BudgetPace(Pacing pacing, DoubleSupplier spent, Consumer<String> log) {
        this.pacing = pacing;
        this.spent = spent;
        this.log = log;
    }

    @Override
    public Duration linger(int gathered) {
        var most = pacing.linger();
        var share = spent.getAsDouble() / pacing.budget();
        if (share < NEAR) {
            if (share < FAR_AGAIN) {
                said.set(false);
            }
            return most.multipliedBy(Math.min(gathered, CLASS)).dividedBy(CLASS);
        }
        say(share);
        var wider = 1 + (WIDEST - 1) * Math.min(1, (share - NEAR) / (1 - NEAR));
        return Duration.ofNanos((long) (most.toNanos() * wider));
    }

    private void say(double share) {
        if (said.compareAndSet(false, true)) {
            log.accept("This server's requests to OneLake took " + Math.round(share * pacing.budget())
                    + " capacity unit seconds in the last hour, of " + pacing.budget()
                    + " that portal.fabric.budget allows: progress and views are now written up to "
                    + pacing.linger().multipliedBy(WIDEST).toMillis()
                    + " ms later, so that fewer commits are made");
        }
    }
}

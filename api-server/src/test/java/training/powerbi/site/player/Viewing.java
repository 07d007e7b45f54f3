package training.powerbi.site.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// A student at a film, acted out in steps of 40 ms: plays, pauses, stalls, changes speed and jumps at random. Keeps what
/// a player would tell of it, and what was really played: the naive reference, which asks of each second how much of it
/// each uninterrupted run covered.
final class Viewing {
    private static final int STEP_MILLIS = 40;
    private static final int LENGTH_MILLIS = 600_000;
    private static final double[] RATES = {0.75, 1, 1.25, 1.5, 1.75, 2};

    private final Random random;
    private final boolean tellsJumps;
    private final List<Step> steps = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private int clock;
    private int position = 3;
    private double rate = 1;
    private boolean playing;
    private boolean stalled;
    private int nextSample;
    private int quietUntil;

    /// One thing that a recorder is told.
    record Step(String what, double at, double position, double rate, boolean moving) {
        static Step sample(double at, double position, double rate, boolean moving) {
            return new Step("sample", at, position, rate, moving);
        }

        static Step of(String what, double position) {
            return new Step(what, 0, position, 1, false);
        }
    }

    /// From and to in milliseconds of the film.
    private record Run(int from, int to) {}

    private Viewing(Random random, boolean tellsJumps) {
        this.random = random;
        this.tellsJumps = tellsJumps;
    }

    /// @param tellsJumps whether a jump is announced before and after, as our own buttons do
    static Viewing random(Random random, boolean tellsJumps) {
        var viewing = new Viewing(random, tellsJumps);
        viewing.act(2_000 + random.nextInt(4_000));
        return viewing;
    }

    private void act(int count) {
        runs.add(new Run(position, position));
        sample();
        for (int i = 0; i < count; i++) {
            if (clock >= quietUntil) {
                maybeDoSomething();
            }
            advance();
            if (clock >= nextSample) {
                sample();
            }
        }
        sample();
    }

    private void maybeDoSomething() {
        switch (random.nextInt(400)) {
            case 0, 1 -> change(() -> playing = !playing);
            case 2 -> change(() -> rate = RATES[random.nextInt(RATES.length)]);
            case 3 -> change(() -> stalled = !stalled);
            case 4, 5 -> jump();
            case 6 -> steps.add(Step.of("take", 0));
            default -> {}
        }
    }

    private void change(Runnable change) {
        sample();
        change.run();
        sample();
    }

    private void jump() {
        // A jump that nobody tells of shows while the film runs; a standing position is told at the next play.
        if (!tellsJumps && (!playing || stalled)) {
            return;
        }
        int far = (2_000 + random.nextInt(60_000)) / 10 * 10;
        int target = position + (random.nextBoolean() ? far : -far);
        if (target < 0 || target >= LENGTH_MILLIS) {
            return;
        }
        if (tellsJumps) {
            sample();
            steps.add(Step.of("cut", 0));
        }
        position = target;
        runs.add(new Run(position, position));
        if (tellsJumps) {
            sample();
        } else {
            quietUntil = nextSample + STEP_MILLIS;
        }
    }

    private void advance() {
        clock += STEP_MILLIS;
        if (playing && !stalled && position < LENGTH_MILLIS) {
            position += (int) (STEP_MILLIS * rate);
            runs.set(runs.size() - 1, new Run(runs.getLast().from(), position));
        }
    }

    private void sample() {
        steps.add(Step.sample(clock, position / 1000.0, rate, playing));
        boolean hidden = random.nextInt(20) == 0;
        nextSample = clock + (hidden ? random.nextInt(60_000) : 40 + random.nextInt(1_000));
    }

    List<Step> steps() {
        return steps;
    }

    /// Seconds that one run covered by half and a little more.
    Set<Integer> surelyPlayed() {
        return played(520);
    }

    /// Seconds that runs covered by half, or a little less.
    Set<Integer> perhapsPlayed() {
        return played(480);
    }

    private Set<Integer> played(int millis) {
        var seconds = new TreeSet<Integer>();
        for (int second = 0; second <= LENGTH_MILLIS / 1000; second++) {
            int from = second * 1000;
            if (runs.stream().anyMatch(run -> Math.min(run.to(), from + 1000) - Math.max(run.from(), from) >= millis)) {
                seconds.add(second);
            }
        }
        return seconds;
    }
}

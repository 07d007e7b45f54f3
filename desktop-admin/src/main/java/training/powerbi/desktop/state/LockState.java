package training.powerbi.desktop.state;

/// Whether a day is open to the class, or on its way there. Never optimistic: the end of a way is what the portal said.
public enum LockState {
    LOCKED,
    UNLOCKING,
    UNLOCKED,
    LOCKING;

    static LockState of(boolean unlocked) {
        return unlocked ? UNLOCKED : LOCKED;
    }

    /// Whether the portal has yet to answer.
    public boolean isPending() {
        return this == UNLOCKING || this == LOCKING;
    }

    /// Whether the class sees the day for all we know.
    public boolean isOpen() {
        return this == UNLOCKED || this == LOCKING;
    }
}

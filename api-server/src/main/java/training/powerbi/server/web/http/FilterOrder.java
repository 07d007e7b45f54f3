package training.powerbi.server.web.http;

/// Places in the row of filters relative to the security chain, which Boot puts at -100.
public final class FilterOrder {
    public static final int BEHIND_SECURITY = -99;
    public static final int BODIES = -90;

    private FilterOrder() {}
}

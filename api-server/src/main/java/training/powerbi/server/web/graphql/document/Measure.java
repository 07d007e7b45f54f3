package training.powerbi.server.web.graphql.document;

/// Size of a piece of a document; sums stop at a ceiling instead of wrapping around.
///
/// @param aliases aliases, and repetitions of a field beside itself
/// @param introspection fields `__schema` and `__type`
record Measure(int depth, int fields, int aliases, int directives, int introspection) {
    static final Measure NOTHING = new Measure(0, 0, 0, 0, 0);
    private static final int CEILING = 1_000_000;

    /// Both, side by side.
    Measure beside(Measure other) {
        return new Measure(
                Math.max(depth, other.depth),
                sum(fields, other.fields),
                sum(aliases, other.aliases),
                sum(directives, other.directives),
                sum(introspection, other.introspection));
    }

    /// The larger of each.
    Measure or(Measure other) {
        return new Measure(
                Math.max(depth, other.depth),
                Math.max(fields, other.fields),
                Math.max(aliases, other.aliases),
                Math.max(directives, other.directives),
                Math.max(introspection, other.introspection));
    }

    /// One level further down, below a field.
    Measure below(Measure field) {
        return beside(field).withDepth(depth + 1);
    }

    private Measure withDepth(int newDepth) {
        return new Measure(newDepth, fields, aliases, directives, introspection);
    }

    private static int sum(int a, int b) {
        return Math.min(CEILING, a + b);
    }
}

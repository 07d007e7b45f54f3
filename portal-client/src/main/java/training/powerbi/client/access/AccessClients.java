package training.powerbi.client.access;

import training.powerbi.client.graphql.GraphQlHttp;

/// Where the ports get their adapters.
public final class AccessClients {
    private AccessClients() {}

    public static CohortClient cohorts(GraphQlHttp graphQl) {
        return new GraphQlCohortClient(graphQl);
    }

    public static AccessClient of(GraphQlHttp graphQl) {
        return new GraphQlAccessClient(graphQl);
    }
}

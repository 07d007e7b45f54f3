package training.powerbi.client.report;

import training.powerbi.client.graphql.GraphQlHttp;
import training.powerbi.client.http.SignedInHttp;

/// Where the ports get their adapters.
public final class Reports {
    private Reports() {}

    public static LakehouseReports of(SignedInHttp http, GraphQlHttp graphQl) {
        return new PortalReports(http, graphQl);
    }

    public static LearnerFiles learners(SignedInHttp http) {
        return new PortalLearnerFiles(http);
    }
}

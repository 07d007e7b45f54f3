package training.powerbi.server.account.signin;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Keeps a user whose password was printed away from every root field but `me`, until they have changed it. Built
/// into the schema, so it holds on HTTP, WebSocket and SSE alike and costs other fields nothing.
public class PasswordChangeGate extends GraphQLTypeVisitorStub {
    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        if (context.getParentNode() instanceof GraphQLObjectType parent
                && ROOTS.contains(parent.getName())
                && !field.getName().equals("me")) {
            var code = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
            var coordinates = FieldCoordinates.coordinates(parent, field);
            var fetcher = code.getDataFetcher(coordinates, field);
            code.dataFetcher(coordinates, (DataFetcher<Object>) environment -> {
                if (closed()) {
                    throw refusal();
                }
                return fetcher.get(environment);
            });
        }
        return TraversalControl.CONTINUE;
    }

    static boolean closed() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getAuthorities().contains(BearerAuthenticator.PASSWORD_CHANGE_DUE);
    }

    static PortalException refusal() {
        return new PortalException(ErrorCode.PASSWORD_CHANGE_REQUIRED, "Choose a new password first.");
    }
}

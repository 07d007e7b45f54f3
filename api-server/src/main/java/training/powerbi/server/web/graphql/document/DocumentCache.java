package training.powerbi.server.web.graphql.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import training.powerbi.server.web.failure.Failure;
import training.powerbi.server.web.graphql.error.GraphQlFailure;
import training.powerbi.server.web.graphql.scalar.LongNumbers;
import training.powerbi.server.web.http.BoundedBody;

/// Parses and validates each document once, within [DocumentLimits]. Every transport's executions pass here.
/// Only good documents are kept, so that bad ones push nothing out.
@Component
public class DocumentCache implements PreparsedDocumentProvider {
    static final int TOKENS = 1_000;
    private static final int CHARACTERS_KEPT = 400_000;
    private static final int OVERHEAD = 400;
    private static final Failure TOO_LONG = Failure.badInput(
            null, "A number in the document has more than " + LongNumbers.MOST_DIGITS + " digits; write shorter ones.");
    private static final ParserOptions OPTIONS = ParserOptions.newParserOptions()
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .captureSourceLocation(true)
            .maxCharacters(BoundedBody.LIMIT)
            .maxTokens(TOKENS)
            .maxWhitespaceTokens(BoundedBody.LIMIT)
            .redactTokenParserErrorMessages(true)
            .build();

    private final DocumentLimits limits;
    private final Cache<String, PreparsedDocumentEntry> entries = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((String query, PreparsedDocumentEntry _) -> OVERHEAD + query.length())
            .build();

    DocumentCache(DocumentLimits limits) {
        this.limits = limits;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        PreparsedDocumentEntry known = entries.getIfPresent(input.getQuery());
        if (known == null) {
            known = prepare(input, parseAndValidate);
            if (!known.hasErrors()) {
                entries.put(input.getQuery(), known);
            }
        }
        return CompletableFuture.completedFuture(known);
    }

    private PreparsedDocumentEntry prepare(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        if (LongNumbers.in(input.getQuery())) {
            return new PreparsedDocumentEntry(List.of(GraphQlFailure.of(TOO_LONG)));
        }
        try {
            List<GraphQLError> violations =
                    limits.violations(input.getQuery(), Parser.parse(environment(input.getQuery())));
            if (!violations.isEmpty()) {
                return new PreparsedDocumentEntry(violations);
            }
        } catch (InvalidSyntaxException e) {
            return new PreparsedDocumentEntry(e.toInvalidSyntaxError());
        }
        input.getGraphQLContext().put(ParserOptions.class, OPTIONS);
        return parseAndValidate.apply(input);
    }

    /// How any document is parsed: with the limits that keep parsing itself cheap.
    public static ParserEnvironment environment(String query) {
        return ParserEnvironment.newParserEnvironment()
                .document(query)
                .parserOptions(OPTIONS)
                .locale(Locale.ENGLISH)
                .build();
    }
}

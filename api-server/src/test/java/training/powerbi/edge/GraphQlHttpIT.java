package training.powerbi.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.edge.Edge.error;
import static training.powerbi.edge.Edge.json;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphQlHttpIT {
    private static Edge edge;
    private static String student;

    @BeforeAll
    static void start() {
        edge = Edge.start();
        student = edge.student();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void anUnderstoodRequestAnswers200AsJson() {
        var answer = edge.ask(student, "{ me { userId createdAt } }");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json(answer).at("/data/me/createdAt").asString()).isEqualTo("2026-03-01T18:30:00.123456Z");
    }

    @Test
    void theControllerRunsOnTheRequestsOwnVirtualThread() {
        assertThat(json(edge.ask(student, "{ me { email } }"))
                        .at("/data/me/email")
                        .asString())
                .isEqualTo("virtual");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ trainingDay(dayNumber: 500) { title } }",
                "{ nothing }",
                "subscription { dayChanged { kind } }"
            })
    void anErrorCarriesTheRequestsIdInItsHead(String query) {
        var answer = edge.send(edge.request("/graphql", student)
                .header("Content-Type", "application/json")
                .header("X-Request-Id", "my-request-3")
                .POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}")));
        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("my-request-3");
        if (error(answer).at("/extensions/code").asString().equals("INTERNAL")) {
            assertThat(answer.body()).contains("this id: my-request-3");
            assertThat(error(answer).at("/extensions/requestId").asString()).isEqualTo("my-request-3");
        } else {
            assertThat(answer.body()).doesNotContain("my-request-3");
        }
    }

    @Test
    void theSpecificationsResponseTypeIsUsedWhenAskedFor() {
        var answer = edge.send(edge.request("/graphql", student)
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(BodyPublishers.ofString("{\"query\":\"{ nothing }\"}")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/graphql-response+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ me { userId } }",
                "{ courseOutline { title } me { userId } }",
                "query A { courseOutline { title } } query B { me { userId } }",
                "{ ...F } fragment F on Query { me { userId } }",
                "{ ... on Query { me { userId } } }",
                "mutation { revokeInvite(code: \"x\") }",
                "subscription { dayChanged { kind } }",
                "{ courseOutline: me { userId } }",
                "{ __schema { types { name } } }",
                "{ not graphql"
            })
    void anonymousRequestsForAnythingElseAreRefusedWhole(String query) {
        var answer = edge.ask(null, query);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.body()).contains("UNAUTHENTICATED").doesNotContain("data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ courseOutline { title } }",
                "{ __typename days: courseOutline { title } }",
                "{ ...F } fragment F on Query { ...G } fragment G on Query { courseOutline { title } }"
            })
    void theOutlineAnswersAnyone(String query) {
        var answer = edge.ask(null, query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Start").doesNotContain("errors");
    }

    @Test
    void aBadTokenIsRefusedEvenForTheOutline() {
        var answer = edge.ask("forged", "{ courseOutline { title } }");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "\"text\"",
                "{}",
                "{\"query\":null}",
                "{\"query\":\" \"}",
                "{\"query\":7}",
                "{\"query\":\"{ me { userId } }\"} trailing",
                "{\"query\":\"{ courseOutline { title } }\",\"query\":\"{ me { userId } }\"}",
                "{\"query\":\"{ me { userId } }\",\"variables\":[]}",
                "{\"query\":\"{ me { userId } }\",\"operationName\":{}}",
                "[{\"query\":\"{ me { userId } }\"},{\"query\":\"{ me { userId } }\"}]"
            })
    void whatIsNotOneRequestIs400(String body) {
        var answer = edge.postJson("/graphql", student, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.body()).doesNotContain("userId");
    }

    @Test
    void membersTheProtocolMayAddAreIgnored() {
        var body = "{\"query\":\"{ me { userId } }\",\"id\":\"x\",\"extensions\":{\"persistedQuery\":{\"version\":1}}}";
        assertThat(json(edge.postJson("/graphql", student, body)).has("errors")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/graphql-response+json"})
    void aRequestByHashAloneIsToldToSendItsDocument(String accept) {
        for (var token : java.util.Arrays.asList(student, null)) {
            var answer = edge.send(edge.request("/graphql", token)
                    .header("Content-Type", "application/json")
                    .header("Accept", accept)
                    .POST(BodyPublishers.ofString("{\"operationName\":\"A\",\"variables\":{},\"extensions\":"
                            + "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"ab\"}}}")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(error(answer).path("message").asString()).isEqualTo("PersistedQueryNotSupported");
            assertThat(error(answer).at("/extensions/code").asString()).isEqualTo("PERSISTED_QUERY_NOT_SUPPORTED");
        }
    }

    @Test
    void twoOperationsNeedAName() {
        var answer = edge.ask(student, "query A { me { userId } } query B { me { userId } }");
        assertThat(error(answer).at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(json(answer).path("data").isNull()
                        || json(answer).path("data").isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GET", "PUT", "DELETE", "HEAD", "PATCH"})
    void otherMethodsAre405(String method) {
        var answer = edge.send(
                edge.request("/graphql?query=%7Bme%7BuserId%7D%7D", student).method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain",
                "application/graphql",
                "nonsense"
            })
    void otherBodiesAre415(String type) {
        var answer = edge.send(edge.request("/graphql", student)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"query\":\"{ me { userId } }\"}")));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(json(answer).path("code").asString()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void anAnswerNobodyCanGiveIs406() {
        var answer = edge.send(edge.request("/graphql", student)
                .header("Content-Type", "application/json")
                .header("Accept", "image/png")
                .POST(BodyPublishers.ofString("{\"query\":\"{ me { userId } }\"}")));
        assertThat(answer.statusCode()).isEqualTo(406);
    }

    @Test
    void aBodyOver64KiBIs413WithAndWithoutAnnouncedLength() {
        var body = "{\"query\":\"{ me { userId } } #" + "x".repeat(70_000) + "\"}";
        assertTooLarge(edge.postJson("/graphql", student, body));
        assertTooLarge(edge.send(edge.request("/graphql", student)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))))));
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("code").asString()).isEqualTo("TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_USER_INPUT, BAD_REQUEST, false",
        "403, DAY_LOCKED, FORBIDDEN, false",
        "404, DAY_NOT_FOUND, NOT_FOUND, false",
        "429, TOO_MANY_REQUESTS, BAD_REQUEST, true",
        "503, STORAGE_UNAVAILABLE, INTERNAL_ERROR, true",
        "500, INTERNAL, INTERNAL_ERROR, false"
    })
    void aFailureCarriesItsCode(int day, String code, String classification, boolean retryable) {
        var answer = edge.ask(student, "query($d: Int!) { trainingDay(dayNumber: $d) { title } }", Map.of("d", day));
        var extensions = error(answer).path("extensions");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(extensions.path("code").asString()).isEqualTo(code);
        assertThat(extensions.path("classification").asString()).isEqualTo(classification);
        assertThat(extensions.path("retryable").asBoolean()).isEqualTo(retryable);
        assertThat(answer.body()).doesNotContain("secret detail");
    }

    @Test
    void badInputNamesItsField() {
        var own = error(edge.ask(student, "{ trainingDay(dayNumber: 400) { title } }"));
        assertThat(own.at("/extensions/field").asString()).isEqualTo("dayNumber");
        var literal = error(edge.ask(student, "{ trainingDay(dayNumber: \"x\") { title } }"));
        assertThat(literal.at("/extensions/field").asString()).isEqualTo("dayNumber");
        var variable =
                error(edge.ask(student, "query($d: Int!) { trainingDay(dayNumber: $d) { title } }", Map.of("d", "x")));
        assertThat(variable.at("/extensions/field").asString()).isEqualTo("d");
        var unknown = error(edge.ask(student, "{ me { shoeSize } }"));
        assertThat(unknown.at("/extensions/field").asString()).isEqualTo("shoeSize");
        assertThat(unknown.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ me { ",
                "{ nothing }",
                "{ trainingDay { title } }",
                "query($d: Int!) { trainingDay(dayNumber: $d) { title } }",
                "{ trainingDay(dayNumber: 99999999999) { title } }",
                "{ adminActions(from: \"yesterday\") { totalCount } }",
                "type Query { a: Int }",
                "subscription { dayChanged { kind } }"
            })
    void whatTheEngineRefusesHasTheSameForm(String query) {
        var answer = edge.ask(student, query);
        for (var error : json(answer).path("errors")) {
            assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
            assertThat(error.at("/extensions/classification").asString()).isEqualTo("BAD_REQUEST");
            assertThat(error.at("/extensions/retryable").isBoolean()).isTrue();
        }
        assertThat(json(answer).path("errors").size()).isPositive();
    }

    @Test
    void aLongValueIsNotRepeatedInTheError() {
        var answer = edge.ask(
                student,
                "query($d: DateTime) { adminActions(from: $d) { totalCount } }",
                Map.of("d", "x".repeat(5_000)));
        assertThat(error(answer).at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.body()).hasSizeLessThan(800);
        var enumeration =
                edge.ask(student, "query($r: Role) { users(role: $r) { totalCount } }", Map.of("r", "y".repeat(5_000)));
        assertThat(enumeration.body()).hasSizeLessThan(800);
    }

    @Test
    void aStudentIsForbiddenWhatIsForAdmins() {
        var refused = error(edge.ask(student, "{ adminActions { totalCount } }"));
        assertThat(refused.at("/extensions/code").asString()).isEqualTo("ACCESS_DENIED");
        assertThat(refused.at("/extensions/classification").asString()).isEqualTo("FORBIDDEN");
        assertThat(json(edge.ask(edge.admin(), "{ adminActions { totalCount } }"))
                        .has("errors"))
                .isFalse();
    }

    @Test
    void hostileDocumentsAreRefusedWithoutData() {
        var fields = new StringBuilder();
        for (int i = 0; i < 101; i++) {
            fields.append(" a").append(i).append(": __typename");
        }
        var circle = "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }";
        for (var query : java.util.List.of(
                "{ trainingDays" + " { recordings { uploadedBy".repeat(7) + " { userId }" + " } }".repeat(7) + " }",
                "{" + fields + " }",
                "{ me {" + " userId".repeat(500) + " } }",
                "{ me { userId" + " @a @b @c @d @e @f @g @h @i @j".repeat(10) + " } }",
                "{ me {" + " userId".repeat(1_100) + " } }",
                circle,
                "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }")) {
            var answer = edge.ask(student, query);
            assertThat(json(answer).path("data").isObject()).as(query).isFalse();
            assertThat(json(answer)
                            .path("errors")
                            .path(0)
                            .at("/extensions/code")
                            .asString())
                    .isEqualTo("BAD_USER_INPUT");
        }
    }

    @Test
    void introspectionIsOffButTypenameIsNot() {
        var answer = edge.ask(student, "{ __schema { queryType { name } } }");
        assertThat(answer.body()).contains("BAD_USER_INPUT").doesNotContain("queryType\":");
        assertThat(edge.ask(student, "{ __type(name: \"User\") { name } }").body())
                .contains("BAD_USER_INPUT");
        assertThat(json(edge.ask(student, "{ __typename }"))
                        .at("/data/__typename")
                        .asString())
                .isEqualTo("Query");
    }

    @Test
    void anIdempotencyKeyReachesTheFields() {
        var mutation = "{\"query\":\"mutation { revokeInvite(code: \\\"key-1\\\") }\"}";
        var answer = edge.send(edge.request("/graphql", student)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-1")
                .POST(BodyPublishers.ofString(mutation)));
        assertThat(json(answer).at("/data/revokeInvite").asBoolean()).isTrue();
        var tooLong = edge.send(edge.request("/graphql", student)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k".repeat(201))
                .POST(BodyPublishers.ofString(mutation)));
        assertThat(error(tooLong).at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
    }
}

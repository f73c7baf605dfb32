package dev.allmende.apiserver.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.apiserver.discovery.SomeKinds;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {

    private static final Map<String, String> LABELS =
            Map.of("app", "web", "tier", "", "size", "7", "example.com/x", "y");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app=web",
                "app==web",
                "app!=db",
                "absent!=db",
                "app in (web,db)",
                "app in(web)",
                "app notin (db)",
                "absent notin (db)",
                "app",
                "!absent",
                "! absent",
                "tier=",
                "tier in ()",
                "tier in (,)",
                "tier in (a,)",
                "size>6",
                "size<8",
                "example.com/x=y",
                " app = web , tier ",
                "app in (web,db),tier notin (front),!absent",
                "",
            })
    void matches(String selector) {
        assertThat(LabelSelector.parse(selector).matches(LABELS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app=db",
                "app!=web",
                "app in (db)",
                "app notin (web)",
                "absent",
                "!app",
                "tier=x",
                "size>7",
                "size<7",
                "app>1",
                "app=web,absent",
                "in in (in)",
            })
    void doesNotMatch(String selector) {
        assertThat(LabelSelector.parse(selector).matches(LABELS)).isFalse();
    }

    /** Recorded from kube-apiserver 1.35.4. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a in (x   | unable to parse requirement: found '', expected: ',' or ')'",
                "a in x    | unable to parse requirement: found 'x' expected: '('",
                "a in ((x))| unable to parse requirement: found '(', expected: ',', ')' or identifier",
                "a in (x y)| unable to parse requirement: found 'y', expected: ',' or ')'",
                "a,        | found '', expected: identifier after ','",
                ",a        | found ',', expected: !, identifier, or 'end of string'",
                "=         | found '=', expected: !, identifier, or 'end of string'",
                "a=b c     | found 'c', expected: ',' or 'end of string'",
                "!a=b      | found '=', expected: ',' or 'end of string'",
                "a=b!      | found '!', expected: ',' or 'end of string'",
                "a=(b)     | unable to parse requirement: found '(', expected: identifier",
                "a>=1      | unable to parse requirement: found '=', expected: identifier",
                "!         | unable to parse requirement: found '', expected: identifier",
                "a!b       | unable to parse requirement: found '!', expected: in, notin, =, ==, !=, gt, lt",
                "A B       | unable to parse requirement: found 'B', expected: in, notin, =, ==, !=, gt, lt",
                "a>x       | unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer",
            })
    void refusesAsKubernetesDoes(String selector, String message) {
        assertThatThrownBy(() -> LabelSelector.parse(selector)).isInstanceOfSatisfying(StatusException.class, e -> {
            assertThat(e.status().code()).isEqualTo(400);
            assertThat(e).hasMessage(message);
        });
    }

    @Test
    void saysWhatAKeyAndAValueMayLookLike() {
        assertThatThrownBy(() -> LabelSelector.parse("-a=b"))
                .hasMessage("unable to parse requirement: <nil>: Invalid value: \"-a\": name part must consist of"
                        + " alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                        + " character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is"
                        + " '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')");
        assertThatThrownBy(() -> LabelSelector.parse("a=_x_"))
                .hasMessage(
                        "unable to parse requirement: values[0][a]: Invalid value: \"_x_\": a valid label must be an"
                                + " empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end"
                                + " with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for"
                                + " validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
        assertThatThrownBy(() -> LabelSelector.parse("a=" + "x".repeat(64)))
                .hasMessageEndingWith("must be no more than 63 bytes");
        assertThatThrownBy(() -> LabelSelector.parse("Bad_/x"))
                .hasMessageContaining("prefix part a lowercase RFC 1123");
        assertThatThrownBy(() -> LabelSelector.parse("a/b/c"))
                .hasMessageEndingWith("with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }

    @Test
    void isReadFromAnObject() {
        var selector = LabelSelector.fromJson(Json.parse("""
                {"matchLabels": {"app": "web"},
                 "matchExpressions": [
                   {"key": "size", "operator": "In", "values": ["7", "8"]},
                   {"key": "app", "operator": "NotIn", "values": ["db"]},
                   {"key": "tier", "operator": "Exists"},
                   {"key": "absent", "operator": "DoesNotExist"}]}"""));
        assertThat(selector.requirements()).hasSize(5);
        assertThat(selector.matches(LABELS)).isTrue();
        assertThat(selector.matches(Map.of("app", "web", "tier", "x"))).isFalse();
        assertThat(LabelSelector.fromJson(Json.object()).isEverything()).isTrue();
    }

    @Test
    void refusesAMalformedObject() {
        assertThatThrownBy(() -> LabelSelector.fromJson(
                        Json.parse("{\"matchExpressions\":[{\"key\":\"a\",\"operator\":\"Near\"}]}")))
                .hasMessage("\"Near\" is not a valid label selector operator");
        assertThatThrownBy(() -> LabelSelector.fromJson(
                        Json.parse("{\"matchExpressions\":[{\"key\":\"a\",\"operator\":\"In\",\"values\":[]}]}")))
                .hasMessageContaining("values set can't be empty");
        assertThatThrownBy(() -> LabelSelector.fromJson(Json.parse(
                        "{\"matchExpressions\":[{\"key\":\"a\",\"operator\":\"Exists\",\"values\":[\"b\"]}]}")))
                .hasMessageContaining("values set must be empty for exists and does not exist");
    }

    @Test
    void anyTextIsEitherReadOrRefused() {
        var random = new Random(20260801);
        var pieces =
                List.of("a", "in", "notin", "=", "!", "==", "(", ")", ",", " ", ">", "<", "x/y", "_", "é", "\\", "\n");
        for (int round = 0; round < 50_000; round++) {
            var text = new StringBuilder();
            for (int piece = random.nextInt(10); piece > 0; piece--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            refusedAtMost(() -> LabelSelector.parse(text.toString()).matches(LABELS));
            refusedAtMost(() -> FieldSelector.parse(text.toString(), SomeKinds.WIDGET));
        }
    }

    private static void refusedAtMost(Runnable parse) {
        try {
            parse.run();
        } catch (StatusException e) {
            assertThat(e.status().code()).isEqualTo(400);
        }
    }
}

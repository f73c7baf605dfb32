package dev.allmende.apiserver.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.apiserver.discovery.SomeKinds;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.status.StatusException;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectIndex;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSelectorTest {

    private static final ObjectKey KEY = new ObjectKey(new GroupResource("example.com", "widgets"), "default", "w1");
    private static final ObjectIndex INDEX =
            new ObjectIndex("u", Map.of("a", "b"), Map.of("spec.color", "re,d"), List.of(), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata.name=w1",
                "metadata.name==w1",
                "metadata.name!=w2",
                "metadata.namespace=default,metadata.name=w1",
                ",metadata.name=w1,",
                "spec.color=re\\,d",
                "spec.color!=",
                "",
            })
    void matches(String selector) {
        assertThat(FieldSelector.parse(selector, SomeKinds.WIDGET).matches(KEY, INDEX))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"metadata.name=w2", "metadata.name!=w1", "metadata.namespace=", "spec.color=x"})
    void doesNotMatch(String selector) {
        assertThat(FieldSelector.parse(selector, SomeKinds.WIDGET).matches(KEY, INDEX))
                .isFalse();
    }

    /** Recorded from kube-apiserver 1.35.4. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "metadata.name       | invalid selector: 'metadata.name'; can't understand 'metadata.name'",
                "metadata.name=a,foo | invalid selector: 'metadata.name=a,foo'; can't understand 'foo'",
                "metadata.name=x\\   | invalid field selector: invalid escape sequence: \\",
                "metadata.name=x\\n  | invalid field selector: invalid escape sequence: \\n",
                "metadata.name=a=b   | invalid field selector: unescaped character in value: 61",
                "spec.port=1         | field label not supported: spec.port",
                "foo=1,bar=2         | field label not supported: bar",
            })
    void refusesAsKubernetesDoes(String selector, String message) {
        assertThatThrownBy(() -> FieldSelector.parse(selector, SomeKinds.WIDGET))
                .isInstanceOfSatisfying(StatusException.class, e -> {
                    assertThat(e.status().code()).isEqualTo(400);
                    assertThat(e).hasMessage(message);
                });
    }

    @Test
    void namesWhatABuiltInKindCanBeSelectedBy() {
        assertThatThrownBy(() -> FieldSelector.parse("data.x=1", SomeKinds.CONFIG_MAP))
                .hasMessage("\"data.x\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
        assertThatThrownBy(() -> FieldSelector.parse("spec.x=1", SomeKinds.NAMESPACE))
                .hasMessage("field label not supported: spec.x");
    }

    @Test
    void aClusterWideCustomResourceHasNoNamespaceToSelectBy() {
        assertThatThrownBy(() -> FieldSelector.parse("metadata.namespace=x", SomeKinds.GLOBE))
                .hasMessage("field label not supported: metadata.namespace");
    }

    @Test
    void tellsTheOneNameThatIsAskedFor() {
        assertThat(FieldSelector.parse("metadata.name=w1", SomeKinds.WIDGET).exact("metadata.name"))
                .contains("w1");
        assertThat(FieldSelector.parse("metadata.name!=w1", SomeKinds.WIDGET).exact("metadata.name"))
                .isEmpty();
    }

    @Test
    void aSelectionHoldsBoth() {
        var entry = new Entry(KEY, 1, new byte[0], INDEX);
        var name = FieldSelector.parse("metadata.name=w1", SomeKinds.WIDGET);
        assertThat(new Selection(LabelSelector.parse("a=b"), name)).accepts(entry);
        assertThat(new Selection(LabelSelector.parse("a=c"), name)).rejects(entry);
        assertThat(Selection.EVERYTHING).accepts(entry);
    }
}

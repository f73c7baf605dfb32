package dev.allmende.apiserver.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.discovery.SomeKinds;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableViewTest {

    private static final Instant NOW = Instant.parse("2026-11-25T19:33:25Z");

    private static final JsonNode FULL = Json.parse("""
            {"apiVersion": "example.com/v1", "kind": "Widget",
             "metadata": {"name": "w1", "namespace": "default", "resourceVersion": "260",
                          "creationTimestamp": "2026-11-25T19:30:47Z"},
             "spec": {"color": "red", "replicas": 2, "port": 80}}""");
    private static final JsonNode SPARE = Json.parse("""
            {"apiVersion": "example.com/v1", "kind": "Widget",
             "metadata": {"name": "w2", "namespace": "default", "resourceVersion": "261",
                          "creationTimestamp": "2026-11-25T19:30:47Z"},
             "spec": {"color": "green"}}""");
    private static final TableView WIDGETS = new TableView(SomeKinds.WIDGET, "v1", IncludeObject.METADATA);

    private static ObjectNode metadata() {
        return Json.object().put("resourceVersion", "277").put("continue", "x").put("remainingItemCount", 1);
    }

    /** Rows and columns as kube-apiserver 1.35.4 gave them. */
    @Test
    void aListIsRowsOfCells() {
        var table = WIDGETS.list(List.of(FULL, SPARE), metadata(), NOW);
        assertThat(table.path("kind").asText()).isEqualTo("Table");
        assertThat(table.path("apiVersion").asText()).isEqualTo("meta.k8s.io/v1");
        assertThat(table.path("metadata")).isEqualTo(metadata());
        assertThat(Json.text(table.at("/rows/0/cells"))).isEqualTo("[\"w1\",\"red\",2,\"2m38s\",\"80\"]");
        assertThat(Json.text(table.at("/rows/1/cells"))).isEqualTo("[\"w2\",\"green\",null,\"2m38s\",null]");
        var columns = table.path("columnDefinitions");
        assertThat(columns).hasSize(5);
        assertThat(columns.at("/0/name").asText()).isEqualTo("Name");
        assertThat(columns.at("/0/format").asText()).isEqualTo("name");
        assertThat(columns.get(2)).isEqualTo(Json.parse("""
                {"name":"Replicas","type":"integer","format":"int32",
                 "description":"Custom resource definition column (in JSONPath format): .spec.replicas","priority":0}"""));
        assertThat(columns.at("/3/type").asText()).isEqualTo("date");
        assertThat(columns.at("/4/priority").asInt()).isEqualTo(1);
    }

    @Test
    void aRowCarriesAsMuchOfItsObjectAsAskedFor() {
        var metadataOnly = WIDGETS.single(FULL, NOW).at("/rows/0/object");
        assertThat(metadataOnly.path("kind").asText()).isEqualTo("PartialObjectMetadata");
        assertThat(metadataOnly.path("metadata")).isEqualTo(FULL.path("metadata"));
        assertThat(metadataOnly.has("spec")).isFalse();
        var whole = new TableView(SomeKinds.WIDGET, "v1", IncludeObject.OBJECT);
        assertThat(whole.single(FULL, NOW).at("/rows/0/object")).isEqualTo(FULL);
        var nothing = new TableView(SomeKinds.WIDGET, "v1", IncludeObject.NONE);
        assertThat(nothing.single(FULL, NOW).at("/rows/0/object").isNull()).isTrue();
    }

    @Test
    void theOldVersionOfTheTableIsAnsweredToo() {
        var table = new TableView(SomeKinds.WIDGET, "v1beta1", IncludeObject.METADATA).single(FULL, NOW);
        assertThat(table.path("apiVersion").asText()).isEqualTo("meta.k8s.io/v1beta1");
        assertThat(table.at("/rows/0/object/apiVersion").asText()).isEqualTo("meta.k8s.io/v1beta1");
    }

    @Test
    void onlyTheFirstEventOfAWatchTellsTheColumns() {
        assertThat(WIDGETS.event(FULL, true, NOW).path("columnDefinitions")).hasSize(5);
        var later = WIDGETS.event(SPARE, false, NOW);
        assertThat(later.path("columnDefinitions").isNull()).isTrue();
        assertThat(later.at("/metadata/resourceVersion").asText()).isEqualTo("261");
        assertThat(later.at("/rows/0/cells/0").asText()).isEqualTo("w2");
    }

    @Test
    void aBookmarkIsARowWithoutAName() {
        var bookmark = Json.parse("""
                {"apiVersion":"example.com/v1","kind":"Widget","metadata":{"resourceVersion":"276",
                 "annotations":{"k8s.io/initial-events-end":"true"}}}""");
        var table = WIDGETS.event(bookmark, false, NOW);
        assertThat(Json.text(table.at("/rows/0/cells"))).isEqualTo("[\"\",null,null,null,null]");
        assertThat(table.at("/rows/0/object/metadata")).isEqualTo(bookmark.path("metadata"));
    }

    @Test
    void aKindWithoutColumnsShowsItsAge() {
        var custom = new TableView(SomeKinds.GLOBE, "v1", IncludeObject.NONE).single(FULL, NOW);
        assertThat(custom.at("/columnDefinitions/1/name").asText()).isEqualTo("Age");
        assertThat(custom.at("/columnDefinitions/1/type").asText()).isEqualTo("date");
        assertThat(Json.text(custom.at("/rows/0/cells"))).isEqualTo("[\"w1\",\"2m38s\"]");
        var builtIn = new TableView(SomeKinds.CONFIG_MAP, "v1", IncludeObject.NONE)
                .single(Json.parse("{\"metadata\":{\"name\":\"c\"}}"), NOW);
        assertThat(builtIn.at("/columnDefinitions/2/type").asText()).isEqualTo("string");
        assertThat(Json.text(builtIn.at("/rows/0/cells"))).isEqualTo("[\"c\",0,\"<unknown>\"]");
    }

    @Test
    void aKindMayPutItsNameElsewhere() {
        var event = Json.parse("""
                {"metadata": {"name": "e1"}, "type": "Normal", "reason": "Made", "message": "done"}""");
        var table = new TableView(SomeKinds.EVENT, "v1", IncludeObject.NONE).single(event, NOW);
        assertThat(table.at("/columnDefinitions").findValuesAsText("name"))
                .containsExactly(
                        "Last Seen",
                        "Type",
                        "Reason",
                        "Object",
                        "Subobject",
                        "Source",
                        "Message",
                        "First Seen",
                        "Count",
                        "Name");
        assertThat(table.at("/rows/0/cells/9").asText()).isEqualTo("e1");
    }

    @Test
    void noObjectsAreNoRows() {
        assertThat(WIDGETS.list(List.of(), metadata(), NOW).path("rows")).isEqualTo(Json.parse("[]"));
    }

    @Test
    void anUnknownPolicyIsRefused() {
        assertThat(IncludeObject.parse("")).isEqualTo(IncludeObject.METADATA);
        assertThatThrownBy(() -> IncludeObject.parse("Foo"))
                .isInstanceOf(StatusException.class)
                .hasMessage("Unable to convert to Table as requested: includeObject: Invalid value: \"Foo\": must be"
                        + " 'Metadata', 'Object', 'None', or empty");
    }

    @Test
    void metadataAloneIsAlsoAList() {
        var list = PartialMetadata.list(List.of(FULL, SPARE), metadata(), "v1");
        assertThat(list.path("kind").asText()).isEqualTo("PartialObjectMetadataList");
        assertThat(list.path("metadata")).isEqualTo(metadata());
        assertThat(list.path("items")).hasSize(2);
        assertThat(list.at("/items/1/metadata")).isEqualTo(SPARE.path("metadata"));
        assertThat(list.at("/items/1/apiVersion").asText()).isEqualTo("meta.k8s.io/v1");
    }

    @ParameterizedTest
    @CsvSource({
        "-PT5S, <invalid>",
        "-PT1S, 0s",
        "PT0S, 0s",
        "PT119.9S, 119s",
        "PT2M, 2m",
        "PT5M30S, 5m30s",
        "PT9M59S, 9m59s",
        "PT10M30S, 10m",
        "PT2H59M59S, 179m",
        "PT3H, 3h",
        "PT3H5M, 3h5m",
        "PT8H5M, 8h",
        "PT47H, 47h",
        "PT48H, 2d",
        "PT51H, 2d3h",
        "P7DT23H, 7d23h",
        "P8DT5H, 8d",
        "P729D, 729d",
        "P730D, 2y",
        "P731D, 2y1d",
        "P1500D, 4y40d",
        "P2920D, 8y",
        "P4000D, 10y",
    })
    void agesAreShort(Duration age, String text) {
        assertThat(Age.text(age)).isEqualTo(text);
    }

    @Test
    void anAgeOfNoDateIsInvalid() {
        assertThat(Age.since("yesterday", NOW)).isEqualTo("<invalid>");
        assertThat(Age.since("2026-11-25T21:33:20+02:00", NOW)).isEqualTo("5s");
    }
}

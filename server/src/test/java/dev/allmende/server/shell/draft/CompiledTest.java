package dev.allmende.server.shell.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import org.junit.jupiter.api.Test;

final class CompiledTest {

    CompiledTest() {}

    private static ObjectNode object(String json) {
        return (ObjectNode) Json.parse(json);
    }

    /** As it would be sent: how a number is held in memory does not matter. */
    private static JsonNode sent(Compiled compiled) {
        return Json.parse(Json.text(compiled.object()));
    }

    private static Compiled compiled(Values values) {
        return Compiled.of(Machine.SHAPE, values, Json.object());
    }

    private static Values filled(String spec) {
        return Values.of(Machine.SHAPE, object("{\"spec\":" + spec + "}"));
    }

    @Test
    void anEmptyFormHasOnlyWhatMustBeThere() {
        assertThat(compiled(new Values()).object()).isEqualTo(Json.object());
        assertThat(compiled(new Values().put("spec.zone", "a")).object())
                .isEqualTo(object("{\"spec\":{\"zone\":\"a\",\"boot\":{\"from\":{}}}}"));
    }

    @Test
    void valuesGetTheTypesOfTheirFields() {
        var values = new Values()
                .put("spec.count", "3")
                .put("spec.ratio", "0.50")
                .put("spec.size", "20")
                .put("spec.locked", "false")
                .put("spec.port", "80")
                .put("spec.networkRef", "web")
                .put("spec.keyPairRef", "anna")
                .put("spec.dns", "1.1.1.1\n\n 9.9.9.9 \n")
                .put("spec.anything", "a: [1, true]")
                .put("spec.boot.order", "1");
        assertThat(sent(compiled(values)).path("spec")).isEqualTo(Json.parse("""
                {"boot":{"order":1,"from":{}},"count":3,"ratio":0.50,"size":20,"locked":false,"port":80,"networkRef":{"name":"web"},
                 "keyPairRef":"anna","dns":["1.1.1.1","9.9.9.9"],"anything":{"a":[1,true]}}
                """));
        assertThat(compiled(new Values().put("spec.port", "http"))
                        .object()
                        .path("spec")
                        .path("port")
                        .asText())
                .isEqualTo("http");
    }

    @Test
    void whatIsOfTheWrongTypeIsLeftToTheApi() {
        var values = new Values()
                .put("spec.count", "many")
                .put("spec.locked", "perhaps")
                .put("spec.flavor", "huge");
        var spec = compiled(values).object().path("spec");
        assertThat(spec.path("count").isTextual()).isTrue();
        assertThat(spec.path("locked").asText()).isEqualTo("perhaps");
        assertThat(spec.path("flavor").asText()).isEqualTo("huge");
        assertThat(compiled(values).problems()).isEmpty();
    }

    @Test
    void anotherNameGoesBeforeTheChosenOne() {
        var values = new Values().put("spec.networkRef", "web").put("spec.networkRef~other", " later ");
        assertThat(Json.string(compiled(values).object(), "spec", "networkRef", "name"))
                .isEqualTo("later");
    }

    @Test
    void whatWasFilledInFromAnObjectMakesTheSameObject() {
        var json = """
                {"flavor":"large","boot":{"from":{"image":"debian"}},"count":2,"locked":true,"userData":"a\\nb\\n",
                 "networkRef":{"name":"web"},"securityGroupRefs":[{"name":"a"},{"name":"b"}],"dns":["1.1.1.1"],"days":["Tue"],
                 "tags":{"x":"1","y":""},"attributes":{"k":["v","w"]},"disks":[{"size":1},{"size":2,"type":"ssd"}],
                 "anything":{"deep":[{"a":null}]},"tree":{"child":{"name":"x"}}}
                """;
        assertThat(sent(compiled(filled(json)))).isEqualTo(object("{\"spec\":" + json + "}"));
    }

    @Test
    void emptyRowsAreSkippedAndPlacesStillFound() {
        var values = new Values();
        values.add("spec.disks");
        values.add("spec.disks");
        values.put("spec.disks[1].type", "ssd");
        var compiled = compiled(values);
        assertThat(compiled.object().path("spec").path("disks")).hasSize(1);
        assertThat(compiled.place("spec.disks[0].size")).isEqualTo("spec.disks[1].size");
        assertThat(compiled.place("spec.count")).isEqualTo("spec.count");
    }

    @Test
    void aPairsPlaceIsThatOfItsValue() {
        var values = filled("{\"tags\":{\"x\":\"1\",\"y\":\"2\"}}");
        assertThat(compiled(values).place("spec.tags[y]")).isEqualTo("spec.tags[1]~value");
    }

    @Test
    void pairsWithoutNameOrWithTheSameNameAreToldOf() {
        var values = filled("{\"tags\":{\"x\":\"1\"}}");
        values.add("spec.tags");
        values.put("spec.tags[1]~value", "lonely");
        assertThat(compiled(values).problems())
                .containsExactly(new Compiled.Problem("spec.tags[1]~key", "pairWithoutName"));
        values.put("spec.tags[1]~key", "x");
        assertThat(compiled(values).problems()).containsExactly(new Compiled.Problem("spec.tags[1]~key", "pairTwice"));
    }

    @Test
    void brokenYamlIsToldOf() {
        assertThat(compiled(new Values().put("spec.anything", "a: [")).problems())
                .containsExactly(new Compiled.Problem("spec.anything", "yamlBroken"));
    }

    @Test
    void emptyThingsStayWhereThereWereSuch() {
        var before = object("{\"spec\":{\"zone\":\"\",\"dns\":[],\"tags\":{},\"wrapped\":{}}}");
        assertThat(Compiled.of(Machine.SHAPE, Values.of(Machine.SHAPE, before), before)
                        .object()
                        .path("spec")
                        .has("wrapped"))
                .isTrue();
        assertThat(Fitting.misfits(Machine.SHAPE, before)).isEmpty();
    }

    @Test
    void rowsMoveUpWhenOneIsTakenOut() {
        var values = filled(
                "{\"disks\":[{\"size\":1},{\"size\":2,\"type\":\"ssd\"},{\"size\":3}],\"tags\":{\"a\":\"1\",\"b\":\"2\"}}");
        assertThat(values.drop("spec.disks[0]")).isEqualTo("spec.disks");
        values.drop("spec.tags[0]");
        values.drop("spec.disks[7]");
        values.drop("nonsense");
        var spec = sent(compiled(values)).path("spec");
        assertThat(spec.path("disks")).isEqualTo(Json.parse("[{\"size\":2,\"type\":\"ssd\"},{\"size\":3}]"));
        assertThat(spec.path("tags")).isEqualTo(Json.parse("{\"b\":\"2\"}"));
    }

    @Test
    void whatAFormWouldChangeByItselfIsShownAsYaml() {
        var object = object("""
                {"spec":{"dns":["one\\ntwo"],"boot":{"from":{"image":"x","unknown":1},"order":1},"zone":"a",
                 "tags":{" a":"1"},"disks":[{"size":1,"more":2}],"attributes":{"k":[""]}}}
                """);
        var misfits = Fitting.misfits(Machine.SHAPE, object);
        assertThat(misfits)
                .containsExactlyInAnyOrder("spec.dns", "spec.boot.from", "spec.tags", "spec.disks", "spec.attributes");
        var shape = Fitting.with(Machine.SHAPE, misfits);
        assertThat(sent(Compiled.of(shape, Values.of(shape, object), object))).isEqualTo(object);
    }
}

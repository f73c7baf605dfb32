package dev.allmende.apiserver.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.apiserver.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldSetTest {

    private static final int ROUNDS = 2000;

    @Test
    void isReadAndWrittenAsTheOriginalWritesIt() {
        var text = "{\"f:metadata\":{\"f:labels\":{\".\":{},\"f:app\":{}}},"
                + "\"f:spec\":{\"f:list\":{\".\":{},\"k:{\\\"port\\\":80,\\\"protocol\\\":\\\"TCP\\\"}\":{\".\":{},\"f:port\":{}}},"
                + "\"f:set\":{\"v:\\\"a\\\"\":{},\"v:\\\"b\\\\u003c\\\"\":{}}}}";
        assertThat(Json.text(FieldsV1.write(set(text)))).isEqualTo(text);
    }

    @Test
    void ordersItemsByWhatTheyAreWorth() {
        var set = set(
                "{\"v:10\":{},\"v:9\":{},\"v:\\\"a\\\"\":{},\"f:z\":{},\"i:3\":{},\"k:{\\\"n\\\":2}\":{},\"k:{\\\"n\\\":10}\":{}}");
        assertThat(Json.text(FieldsV1.write(set)))
                .isEqualTo(
                        "{\"f:z\":{},\"k:{\\\"n\\\":2}\":{},\"k:{\\\"n\\\":10}\":{},\"v:9\":{},\"v:10\":{},\"v:\\\"a\\\"\":{},\"i:3\":{}}");
    }

    @Test
    void passesOverKindsOfElementsItDoesNotKnow() {
        assertThat(set("{\"f:a\":{},\"q:b\":{}}")).isEqualTo(set("{\"f:a\":{}}"));
    }

    @Test
    void refusesWhatIsNoPathElement() {
        for (var bad : List.of(
                "{\"f\":{}}", "{\"fa\":{}}", "{\"v:{\":{}}", "{\"k:1\":{}}", "{\"i:x\":{}}", "{\"f:a\":1}", "[]")) {
            assertThatThrownBy(() -> set(bad)).as(bad).isInstanceOf(PathElements.BadFields.class);
        }
    }

    @Test
    void aFieldStaysWhenOnlySomethingBelowItIsTakenAway() {
        var parent = set("{\"f:a\":{\".\":{},\"f:b\":{}}}");
        assertThat(parent.difference(set("{\"f:a\":{\"f:b\":{}}}"))).isEqualTo(set("{\"f:a\":{}}"));
        assertThat(parent.difference(set("{\"f:a\":{}}"))).isEqualTo(set("{\"f:a\":{\"f:b\":{}}}"));
        assertThat(parent.withoutTrees(set("{\"f:a\":{}}"))).isEqualTo(FieldSet.EMPTY);
    }

    @Test
    void obeysTheLawsOfSets() {
        var random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            var a = random(random, 3);
            var b = random(random, 3);
            var c = random(random, 3);
            assertThat(a.union(b)).isEqualTo(b.union(a));
            assertThat(a.union(b).union(c)).isEqualTo(a.union(b.union(c)));
            assertThat(a.intersection(b)).isEqualTo(b.intersection(a));
            assertThat(a.intersection(b.union(c))).isEqualTo(a.intersection(b).union(a.intersection(c)));
            assertThat(a.difference(b).union(a.intersection(b))).isEqualTo(a);
            assertThat(a.difference(b).intersection(b)).isEqualTo(FieldSet.EMPTY);
            assertThat(a.difference(b.union(c))).isEqualTo(a.difference(b).difference(c));
            assertThat(a.withoutTrees(b).difference(b)).isEqualTo(a.withoutTrees(b));
            assertThat(a.union(a)).isEqualTo(a);
            assertThat(a.difference(a)).isEqualTo(FieldSet.EMPTY);
        }
    }

    @Test
    void hasTheMembersThatPlainSetsOfPathsHave() {
        var random = new Random(43);
        for (int round = 0; round < ROUNDS; round++) {
            var a = random(random, 3);
            var b = random(random, 3);
            var union = paths(a);
            union.addAll(paths(b));
            var common = paths(a);
            common.retainAll(paths(b));
            var less = paths(a);
            less.removeAll(paths(b));
            assertThat(paths(a.union(b))).isEqualTo(union);
            assertThat(paths(a.intersection(b))).isEqualTo(common);
            assertThat(paths(a.difference(b))).isEqualTo(less);
            a.union(b).forEach(path -> assertThat(a.has(path) || b.has(path)).isTrue());
        }
    }

    @Test
    void comesBackFromJsonAsItWas() {
        var random = new Random(44);
        for (int round = 0; round < ROUNDS; round++) {
            var set = random(random, 4);
            assertThat(FieldsV1.read(Json.parse(Json.text(FieldsV1.write(set)))))
                    .isEqualTo(set);
        }
    }

    private static FieldSet set(String json) {
        return FieldsV1.read(Json.parse(json));
    }

    private static Set<List<PathElement>> paths(FieldSet set) {
        Set<List<PathElement>> paths = new HashSet<>();
        set.forEach(path -> paths.add(List.of(path)));
        return paths;
    }

    private static FieldSet random(Random random, int depth) {
        var builder = new FieldSetBuilder(4);
        for (int i = random.nextInt(4); i > 0; i--) {
            builder.add(element(random), random.nextBoolean(), depth == 0 ? FieldSet.EMPTY : random(random, depth - 1));
        }
        return builder.build();
    }

    private static PathElement element(Random random) {
        var json = JsonNodeFactory.instance;
        var letter = String.valueOf((char) ('a' + random.nextInt(3)));
        return switch (random.nextInt(5)) {
            case 0 -> new PathElement.Key(List.of(new PathElement.Part("name", json.textNode(letter))));
            case 1 ->
                new PathElement.Key(List.of(
                        new PathElement.Part("port", json.numberNode(random.nextInt(3))),
                        new PathElement.Part("x", json.booleanNode(random.nextBoolean()))));
            case 2 -> new PathElement.Value(json.textNode(letter + "\"<\u00e4"));
            case 3 -> new PathElement.Value(json.numberNode(random.nextInt(12)));
            default -> PathElements.field(letter);
        };
    }
}

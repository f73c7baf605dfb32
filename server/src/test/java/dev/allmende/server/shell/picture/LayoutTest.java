package dev.allmende.server.shell.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayoutTest {

    LayoutTest() {}

    private static Drawing drawn(Graph graph, int width) {
        return Layout.of(graph, Plan.of(graph), width);
    }

    private static Drawing.Box box(Drawing drawing, String key) {
        return drawing.boxes().stream()
                .filter(box -> box.node().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Chips lie in their bars; apart from that nothing lies on anything. */
    private static void holds(Graph graph, Drawing drawing) {
        var boxes = drawing.boxes();
        for (var box : boxes) {
            assertThat(box.x()).as(box.toString()).isNotNegative();
            assertThat(box.y()).as(box.toString()).isNotNegative();
            assertThat(box.x() + box.width()).as(box.toString()).isLessThanOrEqualTo(drawing.width());
            assertThat(box.bottom()).as(box.toString()).isLessThanOrEqualTo(drawing.height());
        }
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                var one = boxes.get(i);
                var other = boxes.get(j);
                boolean nested = (one.form() == Drawing.Form.CHIP && other.form() == Drawing.Form.BAR)
                        || (one.form() == Drawing.Form.BAR && other.form() == Drawing.Form.CHIP);
                assertThat(!nested && overlap(one, other))
                        .as(one + " and " + other)
                        .isFalse();
            }
        }
        assertThat(boxes.stream()
                        .filter(box -> box.form() != Drawing.Form.MORE)
                        .map(box -> box.node().key()))
                .doesNotHaveDuplicates();
        assertThat(graph.nodes())
                .extracting(Node::key)
                .containsAll(boxes.stream().map(box -> box.node().key()).toList());
    }

    private static boolean overlap(Drawing.Box one, Drawing.Box other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 350, 700, 1200})
    void everythingHasItsPlaceAtEveryWidth(int width) {
        var graph = Tenant.shop();
        var drawing = drawn(graph, width);
        holds(graph, drawing);
        assertThat(drawing.boxes()).hasSameSizeAs(graph.nodes());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void andSoItHasInAnyTenant(long seed) {
        var random = new Random(seed);
        var kinds = List.of("Network", "Subnet", "Router", "Server", "Volume", "Port");
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            keys.add(kinds.get(random.nextInt(kinds.size())) + "/n" + i);
        }
        List<String> statements = new ArrayList<>(keys);
        for (int i = 0; i < 90; i++) {
            var from = keys.get(random.nextInt(keys.size()));
            var to = keys.get(random.nextInt(keys.size()));
            if (!from.equals(to)) {
                statements.add(from + " xRef " + to);
            }
        }
        var graph = Tenant.graph(statements.toArray(new String[0]));
        holds(graph, drawn(graph, 1200));
        holds(graph, drawn(graph, 350));
    }

    @Test
    void barsAreOneBelowTheOtherWithTheirThingsBelow() {
        var drawing = drawn(Tenant.shop(), 1200);
        var front = box(drawing, "Network/front");
        assertThat(front.form()).isEqualTo(Drawing.Form.BAR);
        assertThat(front.width()).isEqualTo(1200 - 24);
        assertThat(box(drawing, "Server/web-1").y()).isGreaterThan(front.bottom());
        var router = box(drawing, "Router/gateway");
        var bars = drawing.boxes().stream()
                .filter(box -> box.form() == Drawing.Form.BAR)
                .map(Drawing.Box::y)
                .sorted()
                .toList();
        assertThat(router.y()).isBetween(bars.get(0), bars.get(1));
    }

    @Test
    void eachReferenceHasOneLine() {
        var graph = Tenant.shop();
        var drawing = drawn(graph, 1200);
        for (var edge : graph.edges()) {
            boolean isInBar = edge.from().startsWith("Subnet/");
            assertThat(drawing.lines().stream()
                            .filter(line -> (line.from().equals(edge.from()) && leadsTo(line, edge.to()))
                                    || (line.to().equals(edge.from())
                                            && line.from().equals(edge.to()))))
                    .as(edge.toString())
                    .hasSize(isInBar ? 0 : 1);
        }
    }

    /** A line to a subnet ends at the bar that it is in. */
    private static boolean leadsTo(Drawing.Line line, String key) {
        return line.to().equals(key)
                || (key.equals("Subnet/front-v4") && line.to().equals("Network/front"))
                || (key.equals("Subnet/back-v4") && line.to().equals("Network/back"));
    }

    @Test
    void longNamesAreCutToTheirRoom() {
        var graph = Tenant.graph("Server/" + "x".repeat(250) + " networkRef Network/" + "y".repeat(250));
        for (var box : drawn(graph, 350).boxes()) {
            assertThat(box.name()).endsWith("\u2026").hasSizeLessThan(40);
        }
    }

    @Test
    void theSameGraphIsDrawnTheSame() {
        assertThat(drawn(Tenant.shop(), 1200)).isEqualTo(drawn(Tenant.shop(), 1200));
    }

    @Test
    void withoutNetworksThereIsNoHeadingOfThoseWithout() {
        assertThat(drawn(Tenant.graph("Realm/team"), 350).hasLoose()).isFalse();
        assertThat(drawn(Tenant.shop(), 350).hasLoose()).isTrue();
    }
}

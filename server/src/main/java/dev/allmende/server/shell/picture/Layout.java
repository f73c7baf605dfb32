package dev.allmende.server.shell.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws a plan for a certain width: networks are bars one below the other, what is attached to one stands below it in rows, a
 * router above the lower one of the bars that it joins, with lines along the left edge to the others.
 */
public final class Layout {

    private static final int MARGIN = 12;

    /** Left of everything but bars, for the lines of routers. */
    private static final int GUTTER = 30;

    private static final int TRACK = 7;
    private static final int TRACKS = 4;
    private static final int GAP = 14;
    private static final int BETWEEN = 26;
    private static final int NARROWEST = 138;
    private static final int CARD = 64;
    private static final int SMALL = 44;
    private static final int SMALL_GAP = 8;
    private static final int INDENT = 12;
    private static final int MORE = 22;
    private static final int BAR = 34;
    private static final int CHIP = 26;
    private static final int CHIP_GAP = 8;
    private static final int HEADING = 30;

    /** Pixels of a letter: names are bold, words are not. */
    private static final double NAME = 8.4;

    private static final double WORD = 7.0;

    private final Graph graph;
    private final int width;
    private final int columns;
    private final int column;
    private final Map<String, Drawing.Box> boxes = new LinkedHashMap<>();
    private final List<Drawing.Box> more = new ArrayList<>();
    private final List<Drawing.Line> lines = new ArrayList<>();
    private final List<Drawing.Dot> dots = new ArrayList<>();
    private final Set<String> drawn = new HashSet<>();
    private int y = MARGIN;
    private int looseY;

    private Layout(Graph graph, int width) {
        this.graph = graph;
        this.width = width;
        int room = width - 2 * MARGIN - GUTTER;
        this.columns = Math.max(1, (room + GAP) / (NARROWEST + GAP));
        this.column = (room - (columns - 1) * GAP) / columns;
    }

    public static Drawing of(Graph graph, Plan plan, int width) {
        var layout = new Layout(graph, width);
        plan.sections().forEach(layout::section);
        layout.loose(plan.loose());
        layout.join(plan);
        layout.cross();
        List<Drawing.Box> all = new ArrayList<>(layout.boxes.values());
        all.addAll(layout.more);
        return new Drawing(width, layout.y + MARGIN, all, layout.lines, layout.dots, layout.looseY);
    }

    // ---- sections

    private void section(Plan.Section section) {
        int row = 0;
        for (var router : section.routers()) {
            put(router, Drawing.Form.CARD, left(row % columns), y, column, CARD);
            row++;
            if (row % columns == 0 || row == section.routers().size()) {
                y += CARD + BETWEEN;
            }
        }
        bar(section);
        y += BETWEEN;
        towers(section.towers(), section.network().key());
    }

    private int left(int index) {
        return MARGIN + GUTTER + index * (column + GAP);
    }

    private void bar(Plan.Section section) {
        int room = width - 2 * MARGIN - 2 * CHIP_GAP;
        int perRow = Math.max(1, (room + CHIP_GAP) / (NARROWEST + CHIP_GAP));
        int chip = Math.min(240, (room - (perRow - 1) * CHIP_GAP) / perRow);
        int rows = (section.subnets().size() + perRow - 1) / perRow;
        put(section.network(), Drawing.Form.BAR, MARGIN, y, width - 2 * MARGIN, BAR + rows * (CHIP + CHIP_GAP));
        for (int i = 0; i < section.subnets().size(); i++) {
            put(
                    section.subnets().get(i),
                    Drawing.Form.CHIP,
                    MARGIN + CHIP_GAP + i % perRow * (chip + CHIP_GAP),
                    y + BAR + i / perRow * (CHIP + CHIP_GAP),
                    chip,
                    CHIP);
            drawn.add(pair(section.subnets().get(i).key(), section.network().key()));
        }
        y += BAR + rows * (CHIP + CHIP_GAP);
    }

    /** @param network key of the bar above, empty for none */
    private void towers(List<Plan.Tower> towers, String network) {
        for (int first = 0; first < towers.size(); first += columns) {
            var row = towers.subList(first, Math.min(first + columns, towers.size()));
            int tallest = 0;
            for (int i = 0; i < row.size(); i++) {
                tallest = Math.max(tallest, tower(row.get(i), left(i)));
                if (!network.isEmpty()) {
                    stub(network, row.get(i).head());
                }
            }
            y += tallest + BETWEEN;
        }
    }

    /** @return its height */
    private int tower(Plan.Tower tower, int x) {
        int at = y;
        put(tower.head(), Drawing.Form.CARD, x, at, column, CARD);
        at += CARD + SMALL_GAP;
        for (var hung : tower.hung()) {
            int indent = Math.min(hung.depth(), 3) * INDENT;
            put(hung.node(), Drawing.Form.SMALL, x + indent, at, column - indent, SMALL);
            hangLine(hung);
            at += SMALL + SMALL_GAP;
        }
        if (tower.more() > 0) {
            more.add(new Drawing.Box(
                    tower.head(), Drawing.Form.MORE, x + INDENT, at, column - INDENT, MORE, "+ " + tower.more(), ""));
            at += MORE + SMALL_GAP;
        }
        return at - SMALL_GAP - y;
    }

    private void loose(List<Plan.Tower> towers) {
        if (!towers.isEmpty()) {
            looseY = boxes.isEmpty() ? 0 : y + HEADING / 2;
            y += boxes.isEmpty() ? 0 : HEADING;
            towers(towers, "");
        }
    }

    private void put(Node node, Drawing.Form form, int x, int top, int wide, int high) {
        int room = wide - 20;
        boolean inLine = form == Drawing.Form.BAR || form == Drawing.Form.CHIP;
        int besideName = switch (form) {
            case BAR -> room / 3 + 18;
            case CHIP -> 18;
            default -> 0;
        };
        var name = fitting(node.name(), room - besideName, NAME);
        var word = fitting(node.word(), inLine ? 0 : room - 16, WORD);
        boxes.put(node.key(), new Drawing.Box(node, form, x, top, wide, high, name, word));
    }

    private static String fitting(String text, int room, double letter) {
        int most = (int) (room / letter);
        return text.length() <= most ? text : most < 2 ? "" : text.substring(0, most - 1) + "\u2026";
    }

    // ---- lines

    private Drawing.Box box(String key) {
        return java.util.Objects.requireNonNull(boxes.get(key), key);
    }

    /** One pair has one line, whoever names whom. */
    private static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + "\n" + other : other + "\n" + one;
    }

    /** From the bar down between the columns, and to the middle of the card. */
    private void stub(String network, Node head) {
        var bar = box(network);
        var card = box(head.key());
        boolean isFirstRow = card.y() == bar.bottom() + BETWEEN;
        int x = isFirstRow ? card.middle() : card.x() - GAP / 2;
        var path = "M%d %dV%d".formatted(x, bar.bottom(), isFirstRow ? card.y() : card.y() - BETWEEN / 2)
                + (isFirstRow ? "" : "H%dV%d".formatted(card.middle(), card.y()));
        lines.add(new Drawing.Line(head.key(), network, path, false));
        dots.add(new Drawing.Dot(x, bar.bottom()));
        drawn.add(pair(head.key(), network));
        graph.uses(head).stream()
                .filter(used -> isIn(used.key(), network))
                .forEach(used -> drawn.add(pair(head.key(), used.key())));
    }

    /** Whether it is a subnet of the network. */
    private boolean isIn(String key, String network) {
        return drawn.contains(pair(key, network)) && box(key).form() == Drawing.Form.CHIP;
    }

    private void hangLine(Plan.Hung hung) {
        var at = box(hung.at().key());
        var own = box(hung.node().key());
        var path = "M%d %dV%dH%d".formatted(own.x() - INDENT / 2, at.bottom(), own.y() + SMALL / 2, own.x());
        lines.add(new Drawing.Line(hung.node().key(), hung.at().key(), path, false));
        drawn.add(pair(hung.node().key(), hung.at().key()));
    }

    /** Routers, when all bars have their place. */
    private void join(Plan plan) {
        int track = 0;
        for (var section : plan.sections()) {
            for (var router : section.routers()) {
                var own = box(router.key());
                int x = MARGIN + 5 + track++ % TRACKS * TRACK;
                for (var used : graph.uses(router)) {
                    var bar = plan.sections().stream()
                            .filter(other -> other.network().key().equals(used.key())
                                    || isIn(used.key(), other.network().key()))
                            .findFirst();
                    bar.ifPresent(other -> {
                        joinTo(own, other.network().key(), x, section.equals(other));
                        drawn.add(pair(router.key(), used.key()));
                    });
                }
            }
        }
    }

    private void joinTo(Drawing.Box router, String network, int track, boolean isBelow) {
        if (!drawn.add("join\n" + pair(router.node().key(), network))) {
            return;
        }
        var bar = box(network);
        boolean isStraight = isBelow && bar.y() - router.bottom() <= BETWEEN;
        int end = bar.y() > router.y() ? bar.y() : bar.bottom();
        int x = isStraight ? router.middle() : track;
        var path = isStraight
                ? "M%d %dV%d".formatted(x, router.bottom(), end)
                : "M%d %dH%dV%d".formatted(router.x(), router.y() + CARD / 2, x, end);
        lines.add(new Drawing.Line(router.node().key(), network, path, false));
        dots.add(new Drawing.Dot(x, end));
    }

    /** All references that have no line yet. */
    private void cross() {
        for (var edge : graph.edges()) {
            if (boxes.containsKey(edge.from())
                    && boxes.containsKey(edge.to())
                    && drawn.add(pair(edge.from(), edge.to()))) {
                lines.add(new Drawing.Line(edge.from(), edge.to(), curve(box(edge.from()), box(edge.to())), true));
            }
        }
    }

    /** From the side that looks at the other; to a bar straight above or below. */
    private static String curve(Drawing.Box from, Drawing.Box to) {
        boolean isDown = to.y() >= from.bottom();
        boolean isUp = to.bottom() <= from.y();
        if (!isDown && !isUp) {
            boolean isRight = to.x() > from.x();
            int x1 = isRight ? from.x() + from.width() : from.x();
            int x2 = isRight ? to.x() : to.x() + to.width();
            int y1 = from.y() + from.height() / 2;
            int y2 = to.y() + to.height() / 2;
            return "M%d %dC%d %d %d %d %d %d".formatted(x1, y1, (x1 + x2) / 2, y1, (x1 + x2) / 2, y2, x2, y2);
        }
        int x1 = from.middle() + 10;
        int x2 = to.form() == Drawing.Form.BAR ? x1 : to.middle() + 10;
        int y1 = isDown ? from.bottom() : from.y();
        int y2 = isDown ? to.y() : to.bottom();
        int bend = (y1 + y2) / 2;
        return "M%d %dC%d %d %d %d %d %d".formatted(x1, y1, x1, bend, x2, bend, x2, y2);
    }
}

package dev.allmende.server.shell.draft;

import dev.allmende.server.shell.resource.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lays a form out: its shape with what stands in it and what is wrong with it. */
public final class Boxes {

    private final Values values;
    private final Problems problems;
    private final Function<Kind, List<String>> names;
    private final Predicate<String> isFixed;
    private final String focus;

    /**
     * @param names of the objects of a kind that can be referred to
     * @param isFixed whether a field that may not be changed has been made already, by its path
     * @param focus path of the field to begin with, empty for none
     */
    public Boxes(
            Values values,
            Problems problems,
            Function<Kind, List<String>> names,
            Predicate<String> isFixed,
            String focus) {
        this.values = values;
        this.problems = problems;
        this.names = names;
        this.isFixed = isFixed;
        this.focus = focus;
    }

    /** Those of the outermost objects, metadata and spec say, stay open. */
    public List<Box> of(Shape.Fields shape) {
        List<Box> boxes = new ArrayList<>();
        for (var property : shape.properties()) {
            boxes.add(box(property, property.name(), property.name(), false, true));
        }
        return boxes;
    }

    private Box box(Property property, String path, String label, boolean isInFixed, boolean isTop) {
        boolean fixed = isInFixed || (property.isFixed() && isFixed.test(path));
        return switch (property.shape()) {
            case Shape.Fields fields -> group(property, path, label, fields, fixed, isTop);
            case Shape.Rows rows -> rows(property, path, label, rows, fixed);
            case Shape.Pairs pairs -> pairs(property, path, label, pairs, fixed);
            case Shape.Lines lines -> lines(property, path, label, lines, fixed);
            case Shape.Named named -> named(property, path, label, named, fixed);
            case Shape.Yaml _ -> new Box.Area(head(property, path, label, fixed), values.text(path), true, false);
            case Shape.Choice choice -> choice(property, path, label, texts(choice), fixed);
            case Shape.Flag _ -> choice(property, path, label, List.of("true", "false"), fixed);
            case Shape.Amount amount ->
                new Box.Line(
                        head(property, path, label, fixed),
                        "number",
                        values.text(path),
                        amount.least(),
                        amount.most(),
                        amount.isWhole() ? "1" : "any",
                        0);
            case Shape.Text text -> text(property, path, label, text, fixed);
        };
    }

    private static List<String> texts(Shape.Choice choice) {
        return choice.values().stream().map(value -> value.asText()).toList();
    }

    private Box text(Property property, String path, String label, Shape.Text text, boolean fixed) {
        var value = values.text(path);
        var head = head(property, path, label, fixed);
        return text.hasLines() || value.contains("\n")
                ? new Box.Area(head, value, false, false)
                : new Box.Line(head, "text", value, "", "", "", text.longest());
    }

    private Box choice(Property property, String path, String label, List<String> words, boolean fixed) {
        var value = values.text(path);
        return new Box.Pick(head(property, path, label, fixed), value, options(words, value), "", "", "");
    }

    /** What was chosen stays an option, even if it is none any more. */
    private static List<Box.Option> options(List<String> words, String chosen) {
        var all = chosen.isEmpty() || words.contains(chosen)
                ? words
                : Stream.concat(words.stream(), Stream.of(chosen)).toList();
        return all.stream()
                .map(word -> new Box.Option(word, word.equals(chosen)))
                .toList();
    }

    private Box named(Property property, String path, String label, Shape.Named named, boolean fixed) {
        var known = named.kind().map(names).orElse(List.of());
        var value = values.text(path);
        var head = head(property, path, label, fixed);
        if (known.isEmpty()) {
            var other = values.text(Values.other(path));
            return new Box.Line(head, "text", other.isEmpty() ? value : other, "", "", "", 253);
        }
        return new Box.Pick(
                head,
                value,
                options(known, value),
                values.text(Values.other(path)),
                Values.field(Values.other(path)),
                named.kind().map(Kind::name).orElse(""));
    }

    private Box lines(Property property, String path, String label, Shape.Lines lines, boolean fixed) {
        var head = head(property, path, label, fixed);
        if (lines.item() instanceof Shape.Choice choice) {
            var chosen = values.text(path).lines().toList();
            return new Box.Ticks(
                    head,
                    texts(choice).stream()
                            .map(word -> new Box.Option(word, chosen.contains(word)))
                            .toList());
        }
        return new Box.Area(head, values.text(path), false, true);
    }

    private Box group(Property property, String path, String label, Shape.Fields fields, boolean fixed, boolean isTop) {
        List<Box> inner = new ArrayList<>();
        for (var field : fields.properties()) {
            inner.add(box(field, Filling.below(path, field.name()), field.name(), fixed, false));
        }
        var head = head(property, path, label, fixed);
        return new Box.Group(head, inner, isTop || isOpen(property, path, head), isTop);
    }

    /** What must be filled in, is, or is wrong, is not folded away. */
    private boolean isOpen(Property property, String path, Box.Head head) {
        return property.isRequired()
                || values.has(path)
                || values.count(path) > 0
                || !head.problems().isEmpty()
                || focus.startsWith(path);
    }

    private Box rows(Property property, String path, String label, Shape.Rows shape, boolean fixed) {
        List<Box.Row> rows = new ArrayList<>();
        for (int i = 0; i < values.count(path); i++) {
            var row = Values.row(path, i);
            var item = new Property("", shape.item(), "", true, "", false);
            rows.add(new Box.Row(rowBoxes(item, row, fixed), row, i + 1, focus.equals(row)));
        }
        return rows(property, path, label, rows, fixed);
    }

    /** The fields of an object stand in the row without another frame. */
    private List<Box> rowBoxes(Property item, String row, boolean fixed) {
        var box = box(item, row, "", fixed, true);
        return box instanceof Box.Group group && group.head().problems().isEmpty() ? group.boxes() : List.of(box);
    }

    private Box pairs(Property property, String path, String label, Shape.Pairs shape, boolean fixed) {
        List<Box.Row> rows = new ArrayList<>();
        for (int i = 0; i < values.count(path); i++) {
            var row = Values.row(path, i);
            var key = new Property("", new Shape.Text("", 0, false), "", true, "", false);
            var value = new Property("", shape.value(), "", false, "", false);
            rows.add(new Box.Row(
                    List.of(
                            box(key, Values.key(row), "~key", fixed, false),
                            box(value, Values.value(row), "~value", fixed, false)),
                    row,
                    i + 1,
                    focus.equals(row)));
        }
        return rows(property, path, label, rows, fixed);
    }

    private Box rows(Property property, String path, String label, List<Box.Row> rows, boolean fixed) {
        var head = head(property, path, label, fixed);
        return new Box.Rows(head, rows, Values.countField(path), path, isOpen(property, path, head));
    }

    /** Asked for after the fields below, which take their own problems first. */
    private Box.Head head(Property property, String path, String label, boolean fixed) {
        var id = "f-" + path.replaceAll("[^A-Za-z0-9]", "-");
        return new Box.Head(
                id,
                Values.field(path),
                label,
                property.help(),
                property.isRequired(),
                fixed,
                property.preset(),
                problems.take(path, id, true),
                focus.equals(path));
    }
}

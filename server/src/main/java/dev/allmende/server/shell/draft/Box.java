package dev.allmende.server.shell.draft;

import java.util.List;

/** A field of a form as it is shown. */
public sealed interface Box {

    Head head();

    /**
     * What all have.
     *
     * @param id of the element
     * @param field name of the input
     * @param label empty in a row of a list, {@code ~key} and {@code ~value} in one of a map
     * @param preset what the server writes where nothing is given
     * @param problems of the last attempt
     * @param isFocused whether the page opens there
     */
    record Head(
            String id,
            String field,
            String label,
            String help,
            boolean isRequired,
            boolean isFixed,
            String preset,
            List<String> problems,
            boolean isFocused) {

        public Head {
            problems = List.copyOf(problems);
        }
    }

    /**
     * One line.
     *
     * @param input its type, text or number
     * @param least and most, empty for no bound
     */
    record Line(Head head, String input, String value, String least, String most, String step, int longest)
            implements Box {}

    /** @param isYaml whether it is YAML; else lines of text, each a value or all of them one */
    record Area(Head head, String value, boolean isYaml, boolean isList) implements Box {

        private static final int FEWEST = 3;
        private static final int MOST = 16;

        public int height() {
            return Math.clamp(value.lines().count() + 1, FEWEST, MOST);
        }
    }

    record Option(String value, boolean isChosen) {}

    /**
     * One of several.
     *
     * @param other what stands in the field for other names
     * @param otherField empty when only the options are possible
     * @param kind of the objects offered, empty for words
     */
    record Pick(Head head, String value, List<Option> options, String other, String otherField, String kind)
            implements Box {}

    /** Any of several. */
    record Ticks(Head head, List<Option> options) implements Box {}

    /** Fields of an object. */
    record Group(Head head, List<Box> boxes, boolean isOpen, boolean isTop) implements Box {}

    /**
     * One row of a list or map.
     *
     * @param number from 1
     * @param path of the row, for the button that takes it out
     */
    record Row(List<Box> boxes, String path, int number, boolean isFocused) {}

    /**
     * A list or map.
     *
     * @param countField of the input that says how many rows there are
     * @param path of the list, for the button that adds one
     */
    record Rows(Head head, List<Row> rows, String countField, String path, boolean isOpen) implements Box {}

    /** In one word, for templates. */
    default String type() {
        return switch (this) {
            case Line _ -> "line";
            case Area _ -> "area";
            case Pick _ -> "pick";
            case Ticks _ -> "ticks";
            case Group _ -> "group";
            case Rows _ -> "rows";
        };
    }
}

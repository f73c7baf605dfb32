package dev.allmende.server.shell.picture;

import java.util.List;

/**
 * Where everything is, in pixels.
 *
 * @param lines drawn first, below everything
 * @param looseY where the heading of what leads to no network stands; 0 when there is none
 */
public record Drawing(int width, int height, List<Box> boxes, List<Line> lines, List<Dot> dots, int looseY) {

    /** How an object is drawn. */
    public enum Form {
        /** A network, all across. */
        BAR,
        /** A subnet in its network's bar. */
        CHIP,
        CARD,
        /** What hangs at a card. */
        SMALL,
        /** How many more hang there; without a node of its own. */
        MORE;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One object.
     *
     * @param name as much of it as there is room for
     * @param word how it is, as much as there is room for
     */
    public record Box(Node node, Form form, int x, int y, int width, int height, String name, String word) {

        /** Where its texts begin. */
        public int textX() {
            return x + 11;
        }

        /** Base line of the first line of text. */
        public int first() {
            return y + (form == Form.BAR ? 22 : form == Form.MORE ? 15 : 18);
        }

        public int second() {
            return y + (form == Form.SMALL ? 35 : 37);
        }

        public int third() {
            return y + 55;
        }

        int middle() {
            return x + width / 2;
        }

        int bottom() {
            return y + height;
        }
    }

    /**
     * A connection.
     *
     * @param path of SVG
     * @param isCross whether it leads away from where its object stands
     */
    public record Line(String from, String to, String path, boolean isCross) {}

    /** Where a line meets a bar: others only pass behind it. */
    public record Dot(int x, int y) {}

    public Drawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
        dots = List.copyOf(dots);
    }

    public boolean hasLoose() {
        return looseY > 0;
    }
}

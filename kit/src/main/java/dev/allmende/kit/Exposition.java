package dev.allmende.kit;

/** Prometheus' text format 0.0.4, as it is written. Names, labels and helps are ours and need no escaping. */
public final class Exposition {

    private final StringBuilder text = new StringBuilder();

    /** Before the lines of a metric. */
    public void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    /** @param labels such as {@code probe="a",location="b"} */
    public void line(String name, String labels, String value) {
        line(name + '{' + labels + '}', value);
    }

    /** A line without labels. */
    public void line(String name, String value) {
        text.append(name).append(' ').append(value).append('\n');
    }

    public String text() {
        return text.toString();
    }
}

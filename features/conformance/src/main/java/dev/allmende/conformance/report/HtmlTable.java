package dev.allmende.conformance.report;

import java.io.IOException;
import java.util.List;

/**
 * A table that narrow screens show as cards. Roles are written out because browsers forget them when a style sheet
 * changes how rows and cells are laid out; every cell carries its column's name for the card.
 */
final class HtmlTable {

    private final Markup html;
    private List<String> columns = List.of();
    private int column;

    HtmlTable(Markup html, String caption) throws IOException {
        this.html = html;
        html.open("table", "role", "table").leaf("caption", caption).line();
    }

    void head(String... names) throws IOException {
        columns = List.of(names);
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (var name : names) {
            html.leaf("th", name, "role", "columnheader", "scope", "col");
        }
        html.close().close().line();
        html.open("tbody", "role", "rowgroup").line();
    }

    void row(String... attributes) throws IOException {
        column = 0;
        var all = new String[attributes.length + 2];
        all[0] = "role";
        all[1] = "row";
        System.arraycopy(attributes, 0, all, 2, attributes.length);
        html.open("tr", all);
    }

    void header(String text) throws IOException {
        beginHeader();
        html.text(text);
        endHeader();
    }

    void beginHeader() throws IOException {
        html.open("th", "role", "rowheader", "scope", "row", "data-label", columns.get(column++));
    }

    void endHeader() throws IOException {
        html.close();
    }

    void cell(String text) throws IOException {
        begin();
        html.text(text);
        end();
    }

    void number(int number) throws IOException {
        html.leaf("td", "" + number, "role", "cell", "class", "number", "data-label", columns.get(column++));
    }

    void begin() throws IOException {
        html.open("td", "role", "cell", "data-label", columns.get(column++));
    }

    void end() throws IOException {
        html.close();
    }

    void endRow() throws IOException {
        html.close().line();
    }

    void close() throws IOException {
        html.close().close().line();
    }
}

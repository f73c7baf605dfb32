package dev.allmende.openstack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows the pages of a list. Reads bodies as a stream: they may be large, and only links and ids matter here. */
final class Pages {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final String cloud;
    private final String collection;
    private final Function<Call, Answer> send;
    private boolean linked;

    Pages(String cloud, String collection, Function<Call, Answer> send) {
        this.cloud = cloud;
        this.collection = collection;
        this.send = send;
    }

    List<Answer> follow(Call first) {
        var pages = new ArrayList<Answer>();
        var seen = new HashSet<Call>();
        var next = Optional.of(first);
        while (next.isPresent()) {
            var call = next.get();
            var answer = send.apply(call);
            pages.add(answer);
            seen.add(call);
            next = next(first, call, answer);
            if (next.filter(seen::contains).isPresent()) {
                throw garbled(answer, "the pages of '" + collection + "' run in a circle");
            }
        }
        return pages;
    }

    private Optional<Call> next(Call first, Call call, Answer answer) {
        var page = read(answer);
        if (page.next != null) {
            linked = true;
            return Optional.of(new Call("GET", page.next, java.util.Map.of(), first.headers(), first.body()));
        }
        var limit = first.query().get("limit");
        // A service that gave a link before has none left; a longer page than asked for means that it does not page.
        if (linked || limit == null || page.last == null || !limit.equals(Integer.toString(page.count))) {
            return Optional.empty();
        }
        if (page.last.equals(call.query().get("marker"))) {
            throw garbled(answer, "the pages of '" + collection + "' run in a circle");
        }
        return Optional.of(first.with("marker", page.last));
    }

    /** What a page says about the next. */
    private static final class Page {
        @Nullable
        String next;

        @Nullable
        String last;

        int count;
    }

    private Page read(Answer answer) {
        var page = new Page();
        if (answer.body().length == 0) {
            return page;
        }
        try (var parser = FACTORY.createParser(answer.body())) {
            var start = parser.nextToken();
            if (start == JsonToken.START_ARRAY) {
                items(parser, page);
                return page;
            }
            if (start != JsonToken.START_OBJECT) {
                throw garbled(answer, "the answer is neither a JSON object nor a list");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                field(parser, parser.currentName(), page);
            }
            return page;
        } catch (IOException broken) {
            throw garbled(answer, "the answer is not valid JSON");
        }
    }

    private void field(JsonParser parser, String name, Page page) throws IOException {
        var value = parser.nextToken();
        if (name.equals("next") && value == JsonToken.VALUE_STRING) {
            page.next = parser.getText();
        } else if (name.equals("links") && value == JsonToken.START_OBJECT) {
            linkObject(parser, page);
        } else if ((name.equals(collection + "_links") || name.equals("links")) && value == JsonToken.START_ARRAY) {
            linkList(parser, page);
        } else if (name.equals(collection) && value == JsonToken.START_ARRAY) {
            items(parser, page);
        } else {
            parser.skipChildren();
        }
    }

    /** Keystone and Designate: {@code "links": {"next": null, "self": ...}}. */
    private static void linkObject(JsonParser parser, Page page) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING && name.equals("next")) {
                page.next = parser.getText();
            }
            parser.skipChildren();
        }
    }

    /** Nova, Cinder, Neutron, Octavia: {@code [{"rel": "next", "href": ...}]}. */
    private static void linkList(JsonParser parser, Page page) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            String rel = "";
            String href = "";
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "rel" -> rel = parser.getText();
                    case "href" -> href = parser.getText();
                    default -> parser.skipChildren();
                }
            }
            if (rel.equals("next") && !href.isEmpty()) {
                page.next = href;
            }
        }
    }

    private static void items(JsonParser parser, Page page) throws IOException {
        for (var item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            page.count++;
            if (item != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            String id = null;
            String name = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var field = parser.currentName();
                var value = parser.nextToken();
                if (field.equals("id") && value.isScalarValue()) {
                    id = parser.getText();
                } else if (field.equals("name") && value.isScalarValue()) {
                    name = parser.getText();
                } else {
                    parser.skipChildren();
                }
            }
            page.last = id == null ? name : id;
        }
    }

    private OpenStackException garbled(Answer answer, String what) {
        return new OpenStackException(
                OpenStackException.Kind.GARBLED,
                "cloud '" + cloud + "': GET " + answer.uri() + ": " + what
                        + answer.requestId()
                                .map(id -> " (request id " + id + ")")
                                .orElse(""),
                answer.status(),
                answer.requestId(),
                Optional.empty());
    }
}

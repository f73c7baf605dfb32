package dev.allmende.apiserver.kinds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Catalog;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.store.Indexer;
import dev.allmende.apiserver.store.ObjectIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads what the store keeps parsed: in one pass, without a tree, unless the kind has fields to select by. */
public final class MetadataIndexer implements Indexer {

    private final Supplier<Catalog> catalog;

    public MetadataIndexer(Supplier<Catalog> catalog) {
        this.catalog = catalog;
    }

    @Override
    public ObjectIndex index(GroupResource resource, byte[] json) {
        Map<String, String> fields = catalog.get()
                .findStored(resource)
                .filter(served -> !served.kind().selectable().isEmpty())
                .map(served -> served.rules().fields(Json.readObject(json)))
                .orElse(Map.of());
        try (var parser = Json.MAPPER.createParser(json)) {
            return new Reading(parser, fields).object();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One pass over an object. */
    private static final class Reading {
        private final JsonParser parser;
        private final Map<String, String> fields;
        private final Map<String, String> labels = new HashMap<>(4);
        private final List<String> owners = new ArrayList<>(0);
        private String uid = "";
        private boolean ending;

        Reading(JsonParser parser, Map<String, String> fields) {
            this.parser = parser;
            this.fields = fields;
        }

        /** Metadata stands before the rest, so most of the object is not read. */
        ObjectIndex object() throws IOException {
            parser.nextToken();
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals("metadata")) {
                    metadata();
                    break;
                }
                parser.skipChildren();
            }
            return new ObjectIndex(uid, labels, fields, owners, ending);
        }

        private void metadata() throws IOException {
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                switch (name) {
                    case "uid" -> uid = parser.getText();
                    case "deletionTimestamp" -> ending = parser.currentToken() == JsonToken.VALUE_STRING;
                    case "labels" -> labels();
                    case "ownerReferences" -> owners();
                    default -> parser.skipChildren();
                }
            }
        }

        private void labels() throws IOException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                return;
            }
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                labels.put(name, parser.nextTextValue());
            }
        }

        private void owners() throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return;
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    parser.nextToken();
                    if (name.equals("uid")) {
                        owners.add(parser.getText());
                    } else {
                        parser.skipChildren();
                    }
                }
            }
        }
    }
}

package dev.allmende.apiserver.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Registry.EventFormat;
import dev.allmende.apiserver.request.Accept;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.table.IncludeObject;
import dev.allmende.apiserver.table.PartialMetadata;
import dev.allmende.apiserver.table.TableView;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** The events of one watch as lines of JSON, in the form the client asked for. */
final class Events implements EventFormat {

    private static final byte[] END = "}\n".getBytes(StandardCharsets.UTF_8);

    private final ServedKind kind;
    private final Accept accept;
    private final IncludeObject include;
    private final InstantSource clock;
    private boolean first = true;

    Events(ServedKind kind, Accept accept, IncludeObject include, InstantSource clock) {
        this.kind = kind;
        this.accept = accept;
        this.include = include;
        this.clock = clock;
    }

    @Override
    public byte[] event(String type, byte[] object) {
        return switch (accept.shape()) {
            case Accept.Plain _, Accept.GroupDiscovery _ -> line(type, object);
            case Accept.Table(var version) ->
                type.equals("ERROR") ? line(type, object) : line(type, row(Json.readObject(object), version));
            case Accept.PartialMetadata(var version) ->
                type.equals("ERROR")
                        ? line(type, object)
                        : line(type, Json.write(PartialMetadata.of(Json.readObject(object), version)));
        };
    }

    private byte[] row(JsonNode object, String version) {
        var table = new TableView(kind, version, include).event(object, first, clock.instant());
        first = false;
        return Json.write(table);
    }

    private static byte[] line(String type, byte[] object) {
        var begin = ("{\"type\":\"" + type + "\",\"object\":").getBytes(StandardCharsets.UTF_8);
        var line = new byte[begin.length + object.length + END.length];
        System.arraycopy(begin, 0, line, 0, begin.length);
        System.arraycopy(object, 0, line, begin.length, object.length);
        System.arraycopy(END, 0, line, begin.length + object.length, END.length);
        return line;
    }
}

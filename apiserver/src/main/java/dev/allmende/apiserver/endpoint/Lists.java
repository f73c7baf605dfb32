package dev.allmende.apiserver.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Registry.Found;
import dev.allmende.apiserver.request.Accept;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.table.IncludeObject;
import dev.allmende.apiserver.table.PartialMetadata;
import dev.allmende.apiserver.table.TableView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A page of objects in the form the client asked for. Plain lists are put together from the stored bytes. */
final class Lists {

    private Lists() {}

    static Answer of(Found found, ServedKind kind, Accept accept, IncludeObject include, Instant now) {
        return switch (accept.shape()) {
            case Accept.Plain _, Accept.GroupDiscovery _ ->
                Single.encoded(200, plain(found, kind), accept.encoding(), List.of());
            case Accept.Table(var version) ->
                json(new TableView(kind, version, include).list(trees(found), metadata(found), now), accept);
            case Accept.PartialMetadata(var version) ->
                json(PartialMetadata.list(trees(found), metadata(found), version), accept);
        };
    }

    private static Answer json(ObjectNode view, Accept accept) {
        return Single.encoded(200, Json.write(view), accept.encoding(), List.of());
    }

    private static List<ObjectNode> trees(Found found) {
        return found.objects().stream().map(Json::readObject).toList();
    }

    private static ObjectNode metadata(Found found) {
        var metadata = Json.object().put("resourceVersion", Long.toString(found.resourceVersion()));
        if (!found.continuation().isEmpty()) {
            metadata.put("continue", found.continuation());
            if (found.remaining() >= 0) {
                metadata.put("remainingItemCount", found.remaining());
            }
        }
        return metadata;
    }

    /** Items of built-in kinds come without apiVersion and kind, as kube-apiserver sends them. */
    private static byte[] plain(Found found, ServedKind kind) {
        var head = Json.object().put("kind", kind.listKind()).put("apiVersion", kind.apiVersion());
        var metadata = metadata(found);
        if (!kind.builtIn() && found.objects().isEmpty()) {
            metadata.put("continue", "");
        }
        head.set("metadata", metadata);
        var start = Json.text(head);
        var begin = (start.substring(0, start.length() - 1) + ",\"items\":[").getBytes(StandardCharsets.UTF_8);
        var prefix = kind.builtIn() ? prefix(kind) : new byte[0];
        int cut = Math.max(0, prefix.length - 1);
        long size = begin.length + 2L;
        for (var object : found.objects()) {
            size += object.length + 1 - cut;
        }
        return put(found.objects(), begin, cut, Math.toIntExact(size));
    }

    private static byte[] put(List<byte[]> objects, byte[] begin, int cut, int size) {
        var all = new byte[size];
        System.arraycopy(begin, 0, all, 0, begin.length);
        int at = begin.length;
        for (int i = 0; i < objects.size(); i++) {
            if (i > 0) {
                all[at++] = ',';
            }
            var object = objects.get(i);
            int length = object.length - cut;
            System.arraycopy(object, cut, all, at, length);
            all[at] = '{';
            at += length;
        }
        all[at++] = ']';
        all[at++] = '}';
        return at == size ? all : Arrays.copyOf(all, at);
    }

    /** What every stored object of the kind begins with; the registry keeps it so. */
    private static byte[] prefix(ServedKind kind) {
        return "{\"apiVersion\":\"%s\",\"kind\":\"%s\","
                .formatted(kind.apiVersion(), kind.kind())
                .getBytes(StandardCharsets.UTF_8);
    }
}

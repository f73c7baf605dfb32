package dev.allmende.apiserver.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Result;
import dev.allmende.apiserver.request.Accept;
import dev.allmende.apiserver.request.Accept.Encoding;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.table.IncludeObject;
import dev.allmende.apiserver.table.PartialMetadata;
import dev.allmende.apiserver.table.TableView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One object, or a Status, in the form the client asked for. */
final class Single {

    private Single() {}

    static Answer of(
            Result result, ServedKind kind, Accept accept, IncludeObject include, List<String> warnings, Instant now) {
        var json = result.json();
        if (accept.shape() instanceof Accept.Plain || isStatus(json)) {
            return encoded(result.code(), json, accept.encoding(), warnings);
        }
        JsonNode object = Json.readObject(json);
        JsonNode view = switch (accept.shape()) {
            case Accept.Table(var version) -> new TableView(kind, version, include).single(object, now);
            case Accept.PartialMetadata(var version) -> PartialMetadata.of(object, version);
            case Accept.Plain _, Accept.GroupDiscovery _ -> object;
        };
        return encoded(result.code(), Json.write(view), accept.encoding(), warnings);
    }

    static Answer encoded(int code, byte[] json, Encoding encoding, List<String> warnings) {
        var body = encoding == Encoding.YAML ? yaml(json) : json;
        return new Answer.Whole(code, encoding.mediaType(), body, Map.of(), List.copyOf(warnings));
    }

    private static boolean isStatus(byte[] json) {
        var start = "{\"kind\":\"Status\"".getBytes(StandardCharsets.UTF_8);
        return json.length > start.length && Arrays.equals(json, 0, start.length, start, 0, start.length);
    }

    private static byte[] yaml(byte[] json) {
        try {
            return Yaml.MAPPER.writeValueAsBytes(Json.MAPPER.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loaded when first asked for: few clients want YAML of the server. */
    private static final class Yaml {
        static final YAMLMapper MAPPER = new YAMLMapper(YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build());
    }
}

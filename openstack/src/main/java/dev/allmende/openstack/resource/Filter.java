package dev.allmende.openstack.resource;

import dev.allmende.openstack.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a list is asked for: query parameters of the service. */
public record Filter(Map<String, String> query) {

    public static final Filter ALL = new Filter(Map.of());

    public Filter {
        query = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    public static Filter by(String parameter, String value) {
        return ALL.and(parameter, value);
    }

    public static Filter name(String name) {
        return by("name", name);
    }

    public Filter and(String parameter, String value) {
        var more = new LinkedHashMap<>(query);
        more.put(parameter, value);
        return new Filter(more);
    }

    Call on(Call call) {
        var filtered = call;
        for (var each : query.entrySet()) {
            filtered = filtered.with(each.getKey(), each.getValue());
        }
        return filtered;
    }
}

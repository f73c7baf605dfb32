package dev.allmende.openstack.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.ServiceType;
import java.util.function.Function;

/**
 * Where and how a kind of resource lives.
 *
 * @param path of the collection below the service's base URL
 * @param list path of the list with all fields
 * @param one wrapper of a single resource; empty for none (Designate, Glance)
 * @param many name of the list
 * @param change method of updates: PUT or PATCH
 * @param place where the mark goes
 */
public record Kind<W extends Wanted<W>, T extends Resource>(
        ServiceType service,
        String path,
        String list,
        String one,
        String many,
        String change,
        Mark.Place place,
        Function<Fields, W> wish,
        Function<JsonNode, T> read) {

    /** A word for messages, for example {@code security group}. */
    public String word() {
        return (one.isEmpty() ? many.substring(0, many.length() - 1) : one).replace('_', ' ');
    }
}

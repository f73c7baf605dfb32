package dev.allmende.apiserver.cel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractList;
import java.util.RandomAccess;

/** A JSON array as CEL's list; items are read when they are asked for. */
final class JsonList extends AbstractList<Object> implements RandomAccess, Weighted {

    private final JsonNode node;
    private final Shape items;

    JsonList(JsonNode node, Shape items) {
        this.node = node;
        this.items = items;
    }

    @Override
    public Object get(int index) {
        var item = node.get(index);
        if (item == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return Shape.orNull(item, items);
    }

    @Override
    public int size() {
        return node.size();
    }

    @Override
    public JsonNode node() {
        return node;
    }
}

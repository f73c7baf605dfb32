package dev.allmende.apiserver.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A resource, or a subresource, that is asked and not stored: reviews, tokens. */
public interface Virtual {

    /** @param object that was posted; the answer may be made of it */
    ObjectNode answer(Call call, ObjectNode object);
}

package dev.allmende.api.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a component: where it stands, and where an interface of its record names it.
 *
 * @param places the most special first
 */
record Said(RecordComponent component, List<AnnotatedElement> places) {

    static Said of(RecordComponent component) {
        var places = new ArrayList<AnnotatedElement>();
        places.add(component);
        for (var shared : component.getDeclaringRecord().getInterfaces()) {
            for (var method : shared.getMethods()) {
                if (method.getName().equals(component.getName()) && method.getParameterCount() == 0) {
                    places.add(method);
                }
            }
        }
        return new Said(component, List.copyOf(places));
    }

    /** Name of the field in JSON. */
    String name() {
        var word = component.getAccessor().getAnnotation(JsonProperty.class);
        return word == null || word.value().isEmpty() ? component.getName() : word.value();
    }

    <A extends Annotation> @Nullable A find(Class<A> kind) {
        for (var place : places) {
            var found = place.getAnnotation(kind);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}

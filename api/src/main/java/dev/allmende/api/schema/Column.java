package dev.allmende.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A column of {@code kubectl get}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Column.All.class)
public @interface Column {
    String name();

    /** JSONPath from the object on, such as {@code .status.id}. */
    String path();

    /** {@code string}, {@code integer}, {@code boolean} or {@code date}. */
    String type() default "string";

    /** 0 shows it always, 1 with {@code -o wide}. */
    int priority() default 0;

    /** Holder of several. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {
        Column[] value();
    }
}

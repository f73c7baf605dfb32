/**
 * The same requests to devcloud and to a real OpenStack, compared by status, headers and shape. DESIGN: {@code Script} lists
 * the requests, {@code Player} sends them to a {@code Target}, {@code Shape} is what is kept of an answer, and
 * {@code shapes.json} holds what the real cloud answered. It has no values of any cloud, only names of fields and types.
 */
@NullMarked
package dev.allmende.devcloud.contract;

import org.jspecify.annotations.NullMarked;

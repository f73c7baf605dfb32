/** Controllers of all rooms: inside {@code allmende up}, and on any Kubernetes by {@code allmende controllers}. */
@NullMarked
package dev.allmende.server.controllers;

import org.jspecify.annotations.NullMarked;

/** The one port: requests in, answers out, routes, and the manners each OpenStack service has in its errors. */
@NullMarked
package dev.allmende.devcloud.http;

import org.jspecify.annotations.NullMarked;

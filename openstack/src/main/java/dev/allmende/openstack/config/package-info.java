/** Where a cloud is and how to log in: {@code clouds.yaml} and {@code OS_*}, read as openstacksdk reads them. */
@NullMarked
package dev.allmende.openstack.config;

import org.jspecify.annotations.NullMarked;

//! Which network addresses a brand's site may have. The Worker cannot see the address that it connects to, so names are looked up
//! first, and one that leads into somebody's own network is not followed.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is one of the public internet's: not this machine's, not a private or shared network's, no group's.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => v6.to_ipv4_mapped().map_or_else(|| is_public_v6(v6), is_public_v4),
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    let [a, b, ..] = v4.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let own = v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_unspecified();
    !(own || shared || a == 0 || a >= 224)
}

fn is_public_v6(v6: Ipv6Addr) -> bool {
    let [first, ..] = v6.segments();
    // Everything that is routed lies in 2000::/3; 6to4 and Teredo carry other addresses inside.
    (first & 0xe000) == 0x2000 && first != 0x2002 && !matches!(v6.segments(), [0x2001, 0, ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebodys_own_network_is_not_the_public_internet() {
        for (text, public) in [
            ("93.184.216.34", true),
            ("192.0.2.10", true),
            ("2606:2800:220:1::1", true),
            ("127.0.0.1", false),
            ("10.1.2.3", false),
            ("172.16.0.1", false),
            ("192.168.1.1", false),
            ("169.254.169.254", false),
            ("100.64.0.1", false),
            ("0.0.0.0", false),
            ("224.0.0.1", false),
            ("255.255.255.255", false),
            ("::1", false),
            ("::", false),
            ("fe80::1", false),
            ("fd00::1", false),
            ("::ffff:10.0.0.1", false),
            ("2002:7f00:1::", false),
        ] {
            assert_eq!(is_public(text.parse().expect("an address")), public, "{text}");
        }
    }
}

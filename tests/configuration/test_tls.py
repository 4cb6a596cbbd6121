"""Certificate and key: together, missing, damaged, and whom they let in."""

from __future__ import annotations

from pathlib import Path

from tests.configuration.material import ACCOUNT, Load, faults, only_fault, write_certificate

TLS = '[listen]\ntls = { certificate = "chain.pem", key = "key.pem" }\n' + ACCOUNT


def test_certificate_and_key_that_belong_together(load: Load, tmp_path: Path) -> None:
    write_certificate(tmp_path)
    assert load(TLS).listen.tls is not None


def test_missing_tls_files_are_both_named(load: Load) -> None:
    assert [fault.key for fault in faults(load, TLS)] == ["listen.tls.certificate", "listen.tls.key"]


def test_a_key_that_cannot_be_read(load: Load, tmp_path: Path) -> None:
    write_certificate(tmp_path)
    (tmp_path / "key.pem").unlink()
    (tmp_path / "key.pem").mkdir()
    assert only_fault(load, TLS).key == "listen.tls.key"


def test_a_key_of_another_certificate(load: Load, tmp_path: Path) -> None:
    write_certificate(tmp_path)
    write_certificate(tmp_path, "other-")
    fault = only_fault(load, TLS.replace('"key.pem"', '"other-key.pem"'))
    assert fault.key == "listen.tls"
    assert "the certificate's" in fault.remedy


def test_a_file_that_is_no_certificate(load: Load, tmp_path: Path) -> None:
    write_certificate(tmp_path)
    (tmp_path / "chain.pem").write_text("no certificate")
    assert only_fault(load, TLS).key == "listen.tls"


def test_with_tls_others_may_reach_it(load: Load, tmp_path: Path) -> None:
    write_certificate(tmp_path)
    assert load(TLS.replace("[listen]", '[listen]\nsmtp = ["0.0.0.0:587"]')).listen.smtp[0].port == 587
